# Intraclass correlations of invented ratings, by psych and by analysis of variance. Run in this folder: Rscript intraclass-correlation.R
library(jsonlite)
suppressMessages(library(psych))
set.seed(7106)
ratings <- function(persons, raters, between, severity, error) {
  x <- 20 + rnorm(persons, 0, between) + outer(rep(1, persons), rnorm(raters, 0, severity)) + rnorm(persons * raters, 0, error)
  round(matrix(x, persons))
}
sets <- list(pairs = ratings(34, 2, 5, 0.5, 2), four = ratings(9, 4, 3, 2, 2), negative = ratings(6, 3, 0.1, 3, 4), two = ratings(2, 2, 4, 1, 1),
  many = ratings(120, 3, 2, 0.2, 3))
flat <- do.call(rbind, lapply(names(sets), function(set) {
  m <- sets[[set]]
  data.frame(set = set, person = as.vector(row(m)), rater = as.vector(col(m)), rating = as.vector(m))
}))
# Persons with one to four raters of their own
size <- c(1, 2, 2, 3, 4, 2, 2, 1, 3, 2, 2, 4)
person <- rep(seq_along(size), size)
uneven <- data.frame(set = "uneven", person = person, rater = sequence(size),
  rating = round(20 + rnorm(length(size), 0, 4)[person] + rnorm(length(person), 0, 2)))
write.csv(rbind(flat, uneven), "intraclass-correlation.csv", row.names = FALSE, quote = FALSE)

crossed <- lapply(sets, function(m) {
  found <- suppressWarnings(ICC(m, lmer = FALSE))
  r <- found$results
  lapply(split(seq_len(6), c("ONE_WAY_SINGLE", "AGREEMENT_SINGLE", "CONSISTENCY_SINGLE", "ONE_WAY_MEAN", "AGREEMENT_MEAN", "CONSISTENCY_MEAN")),
    function(i) list(value = r$ICC[i], f = r$F[i], df1 = r$df1[i], df2 = r$df2[i], p = r$p[i], lower = r[["lower bound"]][i], upper = r[["upper bound"]][i]))
})
a <- anova(lm(rating ~ factor(person), uneven))
ms <- a[["Mean Sq"]]
df <- a[["Df"]]
k0 <- (sum(size) - sum(size^2) / sum(size)) / (length(size) - 1)
f <- ms[1] / ms[2]
low <- f / qf(0.975, df[1], df[2])
high <- f * qf(0.975, df[2], df[1])
oneWay <- list(k0 = k0, f = f, df1 = df[1], df2 = df[2], p = a[["Pr(>F)"]][1], person = (ms[1] - ms[2]) / k0, error = ms[2],
  single = list(value = (ms[1] - ms[2]) / (ms[1] + (k0 - 1) * ms[2]), lower = (low - 1) / (low + k0 - 1), upper = (high - 1) / (high + k0 - 1)),
  mean = list(value = 1 - 1 / f, lower = 1 - 1 / low, upper = 1 - 1 / high))
write_json(list(made = list(R = R.version.string, psych = as.character(packageVersion("psych"))), crossed = crossed, uneven = oneWay),
  "intraclass-correlation.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
