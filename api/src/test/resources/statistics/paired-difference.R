# Student's paired t test and standardized changes of invented scores, and the noncentral t distribution.
# Run in this folder: Rscript paired-difference.R
library(jsonlite)
suppressMessages(library(metafor))
set.seed(7102)
pairs <- function(set, n, change, rho, sd2) {
  first <- rnorm(n)
  second <- rho * first + sqrt(1 - rho^2) * rnorm(n)
  data.frame(set = set, first = round(20 + 5 * first), second = round((20 + change + sd2 * second) * 2) / 2)
}
data <- rbind(pairs("ratings", 40, -2, 0.6, 5), pairs("few", 7, -1, 0.3, 4), pairs("three", 3, 1, 0.5, 4),
  pairs("alike", 25, -4, 0.98, 5), pairs("none", 150, 0, 0.7, 6),
  data.frame(set = "two", first = c(18, 23), second = c(16, 22)))
write.csv(data, "paired-difference.csv", row.names = FALSE, quote = FALSE)

# P(T <= t) as the integral over the denominator, which R's own series does not reach for a large noncentrality
integrated <- function(t, df, ncp) {
  mode <- sqrt((df - 1) / df)
  reach <- 9 / sqrt(df)
  from <- max(0, mode - reach)
  density <- function(s) exp(log(2 * df * s) + dchisq(df * s^2, df, log = TRUE))
  cuts <- sort(unique(pmin(mode + reach, pmax(from, c(from, mode, mode + reach, ncp / t + c(-8, 0, 8) / abs(t))))))
  sum(mapply(function(a, b) integrate(function(s) density(s) * pnorm(t * s - ncp), a, b,
    rel.tol = 1e-13, abs.tol = 1e-16, subdivisions = 2000L)$value, cuts[-length(cuts)], cuts[-1]))
}
limit <- function(t, df, p) uniroot(function(ncp) integrated(t, df, ncp) - p, t + c(-1, 1) * (4 + 3 * abs(t)), tol = 1e-13)$root

result <- lapply(split(data, factor(data$set, unique(data$set))), function(d) {
  n <- nrow(d)
  test <- t.test(d$second, d$first, paired = TRUE)
  change <- d$second - d$first
  found <- list(n = n, mean = mean(change), sd = sd(change), standardError = unname(test$stderr), t = unname(test$statistic),
    df = unname(test$parameter), p = test$p.value, lower = test$conf.int[1], upper = test$conf.int[2], correlation = cor(d$first, d$second),
    dz = mean(change) / sd(change), dzLower = limit(unname(test$statistic), n - 1, 0.975) / sqrt(n),
    dzUpper = limit(unname(test$statistic), n - 1, 0.025) / sqrt(n))
  if (n > 2) {
    smcr <- escalc("SMCR", m1i = mean(d$second), m2i = mean(d$first), sd1i = sd(d$first), ri = cor(d$first, d$second), ni = n)
    found <- c(found, smcr = smcr$yi[1], smcrLower = smcr$yi[1] - qnorm(0.975) * sqrt(smcr$vi), smcrUpper = smcr$yi[1] + qnorm(0.975) * sqrt(smcr$vi))
  }
  found
})

grid <- expand.grid(t = c(-6, -2.1, -0.3, 0, 0.05, 0.7, 1.9, 4, 12), df = c(1, 2, 3, 7, 29, 200), ncp = c(-5, -1.5, 0, 0.4, 2, 8, 30))
# R warns of its relative precision in the far tails; what is compared is the absolute one.
grid$p <- suppressWarnings(mapply(pt, grid$t, grid$df, grid$ncp))
far <- data.frame(t = c(390, 387, 120, 55, 40, -61, 900, 2000), df = c(149999, 149999, 1000, 3, 80, 12, 149999, 2),
  ncp = c(387.3, 387.3, 118, 60, 41, -55, 902, 3000))
far$p <- mapply(integrated, far$t, far$df, far$ncp)
write_json(list(made = list(R = R.version.string, metafor = as.character(packageVersion("metafor"))), sets = result,
  noncentral = grid, far = far), "paired-difference.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
