# What R says of samples of invented scores. Run in this folder: Rscript description.R
library(jsonlite)
set.seed(7101)
sample <- data.frame(score = round(rnorm(203, 21.4, 6.3), 1))
write.csv(sample, "description.csv", row.names = FALSE, quote = FALSE)
describe <- function(x) {
  q <- unname(quantile(x, type = 7))
  list(n = length(x), mean = mean(x), sd = sd(x), min = q[1], lowerQuartile = q[2], median = q[3], upperQuartile = q[4], max = q[5])
}
# The first 2, 3 … values, and all
result <- lapply(c(2:9, nrow(sample)), function(n) describe(sample$score[seq_len(n)]))
write_json(list(made = list(R = R.version.string), samples = result),
  "description.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
