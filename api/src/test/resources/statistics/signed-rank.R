# Wilcoxon's signed-rank test and the shift of Hodges and Lehmann for invented scores. Run in this folder: Rscript signed-rank.R
library(jsonlite)
set.seed(7103)
scores <- function(set, first, second) data.frame(set = set, first = first, second = second)
whole <- function(n, change, spread) {
  first <- round(rnorm(n, 20, 5))
  list(first = first, second = first + round(rnorm(n, change, spread)))
}
untied <- function(set, n, change) {
  first <- round(rnorm(n, 20, 5), 4)
  scores(set, first, round(first + rnorm(n, change, 4), 5))
}
tied <- function(set, ...) {
  w <- whole(...)
  scores(set, w$first, w$second)
}
data <- rbind(untied("untied10", 10, -2), untied("untied30", 30, -1), untied("untied49", 49, 1), untied("untied120", 120, -0.6),
  untied("untied300", 300, 0.3), untied("six", 6, -5), untied("five", 5, -5), tied("tied12", 12, -1, 2), tied("tied16", 16, -1, 2),
  tied("tied45", 45, 0.4, 2), tied("tied150", 150, -0.2, 2), tied("tied260", 260, 0.2, 2.5),
  scores("rounding", c(0.1, 0.3, 0.7, 1.4, 2.2, 0.9), c(0.3, 0.1, 1.0, 1.1, 2.5, 1.0)))
write.csv(data, "signed-rank.csv", row.names = FALSE, quote = FALSE)

ranks <- function(d, pratt) {
  if (!pratt) d <- d[d != 0]
  r <- rank(abs(d))
  list(signed = r[d != 0], plus = sum(r[d > 0]), minus = sum(r[d < 0]))
}
twoSided <- function(sums, weights, plus) min(1, 2 * min(sum(weights[sums <= plus + 1e-9]), sum(weights[sums >= plus - 1e-9])))
# All ways to give the ranks signs, each as likely
enumerated <- function(r) {
  signs <- as.matrix(expand.grid(rep(list(0:1), length(r$signed))))
  twoSided(as.vector(signs %*% r$signed), rep(1 / nrow(signs), nrow(signs)), r$plus)
}
# The same for more ranks, by adding one after the other to a table of sums
tabled <- function(r) {
  table <- c("0" = 1)
  for (rank in r$signed) {
    both <- c(table, setNames(table, as.numeric(names(table)) + rank)) / 2
    table <- tapply(both, names(both), sum)
  }
  twoSided(as.numeric(names(table)), table, r$plus)
}
walsh <- function(d) {
  sums <- outer(d, d, "+") / 2
  sort(sums[lower.tri(sums, diag = TRUE)])
}
quantiles <- function(d) {
  n <- length(d)
  w <- walsh(d)
  k <- qsignrank(0.025, n)
  if (k == 0) return(list(estimate = median(w)))
  list(estimate = median(w), lower = w[k], upper = w[n * (n + 1) / 2 + 1 - k])
}
result <- lapply(split(data, factor(data$set, unique(data$set))), function(s) {
  d <- round(s$second - s$first, 6)
  set <- s$set[1]
  r <- ranks(d, FALSE)
  p <- ranks(d, TRUE)
  found <- list(n = length(d), zeros = sum(d == 0), positive = sum(d > 0), plus = r$plus, minus = r$minus,
    rankBiserial = (r$plus - r$minus) / (r$plus + r$minus), prattPlus = p$plus, prattMinus = p$minus)
  if (length(d) <= 16) {
    found$enumerated <- enumerated(r)
    found$prattEnumerated <- enumerated(p)
  }
  if (length(d) <= 200) found$tabled <- tabled(r)
  if (grepl("untied|six|five", set)) {
    stopifnot(!anyDuplicated(abs(d)))
    exact <- length(d) <= 200
    # Where it is not exact, R looks for the bounds as roots
    test <- suppressWarnings(wilcox.test(d, exact = exact, correct = TRUE, conf.int = length(d) > 5, tol.root = 1e-13))
    found$wilcox <- list(V = unname(test$statistic), p = test$p.value)
    if (length(d) > 5) found$wilcox <- c(found$wilcox, lower = test$conf.int[1], upper = test$conf.int[2])
    if (exact && length(d) > 5) found$wilcox$estimate <- unname(test$estimate)
  }
  if (length(d) > 200) {
    approximate <- wilcox.test(d, exact = FALSE, correct = TRUE)
    found$approximate <- list(V = unname(approximate$statistic), p = approximate$p.value)
    z <- abs(p$plus - sum(p$signed) / 2) - 0.5
    found$prattApproximate <- 2 * pnorm(-z / sqrt(sum(p$signed^2) / 4))
    found$estimate <- median(walsh(d))
  } else {
    found <- c(found, quantiles(d))
  }
  found
})
write_json(list(made = list(R = R.version.string), sets = result), "signed-rank.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
