# Cohen's kappa of invented ratings, by psych, and its standard error by the delta method with numerical derivatives.
# Run in this folder: Rscript weighted-kappa.R
library(jsonlite)
suppressMessages(library(psych))
library(numDeriv)
set.seed(7107)
counts <- function(n, k, agree) {
  first <- sample(k, n, TRUE)
  second <- ifelse(runif(n) < agree, first, pmin(k, pmax(1, first + sample(-2:2, n, TRUE))))
  unname(unclass(table(factor(first, 1:k), factor(second, 1:k))))
}
absent <- matrix(0L, 5, 5)
absent[c(1, 2, 4), c(1, 2, 4)] <- c(9L, 2L, 1L, 3L, 7L, 2L, 0L, 2L, 6L)
tables <- list(three = counts(40, 3, 0.6), five = counts(150, 5, 0.5), absent = absent, against = matrix(c(1L, 9L, 8L, 2L), 2))
kappa <- function(shares, weights) {
  chance <- sum(outer(rowSums(shares), colSums(shares)) * weights)
  (sum(shares * weights) - chance) / (1 - chance)
}
# Of a function of shares of n persons, who fall into the cells as a multinomial distribution has them
delta <- function(t, weights) {
  shares <- as.vector(t) / sum(t)
  slope <- grad(function(s) kappa(matrix(s / sum(s), nrow(t)), weights), shares)
  sqrt((sum(shares * slope^2) - sum(shares * slope)^2) / sum(t))
}
result <- lapply(tables, function(t) {
  k <- nrow(t)
  distance <- abs(row(t) - col(t)) / (k - 1)
  quadratic <- suppressWarnings(cohen.kappa(t, n.obs = sum(t)))
  linear <- suppressWarnings(cohen.kappa(t, w = 1 - distance, n.obs = sum(t)))
  list(table = t, unweighted = list(value = quadratic$kappa, psychSe = sqrt(quadratic$var.kappa), se = delta(t, diag(k))),
    linear = list(value = linear$weighted.kappa, se = delta(t, 1 - distance)),
    quadratic = list(value = quadratic$weighted.kappa, se = delta(t, 1 - distance^2)))
})
write_json(list(made = list(R = R.version.string, psych = as.character(packageVersion("psych")), numDeriv = as.character(packageVersion("numDeriv"))),
  tables = result), "weighted-kappa.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
