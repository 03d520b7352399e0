# Standardized differences of invented groups, by matrix arithmetic. Run in this folder: Rscript standardized-difference.R
library(jsonlite)
set.seed(7108)
n <- 90
data <- data.frame(treated = rbinom(n, 1, 0.35), age = round(rnorm(n, 36, 9)), housed = rbinom(n, 1, 0.3),
  sentence = sample(0:4, n, TRUE, c(4, 3, 0, 2, 1)), weight = round(runif(n), 3))
data$age <- data$age + 3 * data$treated
data$weight[1:4] <- 0
write.csv(data, "standardized-difference.csv", row.names = FALSE, quote = FALSE)
found <- function(w) {
  side <- split(data.frame(data, w = w), data$treated)
  control <- side[["0"]]
  treated <- side[["1"]]
  number <- function(g) {
    m <- weighted.mean(g$age, g$w)
    c(m, sum(g$w) / (sum(g$w)^2 - sum(g$w^2)) * sum(g$w * (g$age - m)^2))
  }
  share <- function(g) weighted.mean(g$housed, g$w)
  shares <- function(g) as.vector(tapply(g$w, factor(g$sentence, 0:4), sum, default = 0) / sum(g$w))
  a <- number(treated)
  b <- number(control)
  p <- share(treated)
  q <- share(control)
  t <- shares(treated)[-1]
  c <- shares(control)[-1]
  kept <- t + c > 0
  s <- ((diag(t) - t %o% t) + (diag(c) - c %o% c))[kept, kept] / 2
  d <- (t - c)[kept]
  list(continuous = (a[1] - b[1]) / sqrt((a[2] + b[2]) / 2), binary = (p - q) / sqrt((p * (1 - p) + q * (1 - q)) / 2),
    categorical = sqrt(as.vector(d %*% solve(s) %*% d)))
}
plain <- found(rep(1, n))
stopifnot(all.equal(plain$continuous, with(data, (mean(age[treated == 1]) - mean(age[treated == 0])) /
  sqrt((var(age[treated == 1]) + var(age[treated == 0])) / 2))))
write_json(list(made = list(R = R.version.string), plain = plain, weighted = found(data$weight)), "standardized-difference.json",
  digits = I(15), auto_unbox = TRUE, pretty = TRUE)
