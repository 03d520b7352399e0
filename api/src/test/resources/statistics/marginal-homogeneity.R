# The test of Stuart and Maxwell by matrix arithmetic, with a generalized inverse, beside McNemar's and the sign test.
# Run in this folder: Rscript marginal-homogeneity.R
library(jsonlite)
set.seed(7104)
shift <- function(n, levels, change) {
  first <- sample(seq_along(levels), n, TRUE, levels)
  second <- pmin(length(levels), pmax(1, first + sample(-2:2, n, TRUE, change)))
  unclass(table(factor(first, seq_along(levels)), factor(second, seq_along(levels))))
}
tables <- list(
  judgements = shift(48, c(2, 5, 3), c(1, 4, 8, 2, 0)),
  five = shift(120, c(1, 3, 4, 3, 1), c(1, 4, 8, 2, 1)),
  absent = shift(60, c(2, 0, 0, 4, 0), c(0, 0, 8, 2, 2)),
  two = matrix(c(21, 4, 11, 9), 2),
  # Two groups of levels between which nobody moved, and a level that nobody left or entered
  apart = rbind(c(5, 3, 0, 0, 0), c(7, 2, 0, 0, 0), c(0, 0, 4, 0, 0), c(0, 0, 0, 1, 9), c(0, 0, 0, 2, 3)),
  # Stuart (1955, Biometrika 42:412-416): unaided distance vision of right and left eye, 7477 women, best to worst
  vision = rbind(c(1520, 266, 124, 66), c(234, 1512, 432, 78), c(117, 362, 1772, 205), c(36, 82, 179, 492)))
test <- function(t) {
  d <- rowSums(t) - colSums(t)
  s <- -(t + t(t))
  diag(s) <- rowSums(t) + colSums(t) - 2 * diag(t)
  e <- eigen(s, symmetric = TRUE)
  kept <- e$values > 1e-9 * max(e$values)
  chi <- sum((crossprod(e$vectors[, kept, drop = FALSE], d))^2 / e$values[kept])
  rose <- sum(t[upper.tri(t)])
  fell <- sum(t[lower.tri(t)])
  found <- list(table = unname(t), rose = rose, fell = fell, stayed = sum(diag(t)), statistic = chi, df = sum(kept),
    p = pchisq(chi, sum(kept), lower.tail = FALSE), sign = binom.test(rose, rose + fell)$p.value)
  if (nrow(t) == 2) {
    m <- mcnemar.test(t, correct = FALSE)
    found$mcnemar <- list(statistic = unname(m$statistic), p = m$p.value)
  }
  found
}
write_json(list(made = list(R = R.version.string), tables = lapply(tables, test)), "marginal-homogeneity.json",
  digits = I(15), auto_unbox = TRUE, pretty = TRUE)
