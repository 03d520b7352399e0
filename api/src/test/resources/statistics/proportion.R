# Makes proportion.csv and proportion.json, Wilson's intervals as prop.test gives them without its correction.
# Run from this folder: Rscript proportion.R
suppressPackageStartupMessages(library(jsonlite))
options(scipen = 20)
data <- data.frame(events = c(0, 1, 0, 1, 2, 0, 3, 7, 5, 12, 128, 1, 150000, 0, 74321, 2000000000),
                   n = c(1, 1, 2, 2, 2, 9, 9, 9, 5, 37, 193, 150000, 150000, 150000, 150000, 2147483647))
write.csv(data, "proportion.csv", row.names = FALSE, quote = FALSE)
wilson <- suppressWarnings(mapply(function(x, n) prop.test(x, n, correct = FALSE)$conf.int, data$events, data$n))
result <- list(versions = list(R = R.version.string), lower = wilson[1, ], upper = wilson[2, ])
write_json(result, "proportion.json", digits = NA, auto_unbox = TRUE)
