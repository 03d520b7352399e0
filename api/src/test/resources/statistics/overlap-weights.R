# Overlap weights of invented persons from logistic propensities. Run in this folder: Rscript overlap-weights.R
library(jsonlite)
library(brglm2)
set.seed(7110)
n <- 110
data <- data.frame(age = round(rnorm(n, 36, 9)), housed = rbinom(n, 1, 0.3), score = round(rnorm(n, 22, 5)))
data$treated <- rbinom(n, 1, plogis(-1 + 0.06 * (data$age - 36) - 0.8 * data$housed + 0.1 * (data$score - 22)))
m <- glm(treated ~ age + housed + score, binomial, data, epsilon = 1e-15, maxit = 100)
data$propensity <- fitted(m)
write.csv(format(data, digits = 17, trim = TRUE), "overlap-weights.csv", row.names = FALSE, quote = FALSE)
w <- ifelse(data$treated == 1, 1 - data$propensity, data$propensity)
kish <- function(w) sum(w)^2 / sum(w^2)
yes <- data$treated == 1
balance <- lapply(data[c("age", "housed", "score")], function(x) list(treatedMean = mean(x[yes]), controlMean = mean(x[!yes]),
  weightedTreatedMean = weighted.mean(x[yes], w[yes]), weightedControlMean = weighted.mean(x[!yes], w[!yes]),
  difference = (mean(x[yes]) - mean(x[!yes])) / sqrt((var(x[yes]) + var(x[!yes])) / 2)))
# What Firth's propensities leave unbalanced
firth <- fitted(glm(treated ~ age + housed + score, binomial, data, method = "brglmFit", type = "AS_mean", epsilon = 1e-13, maxit = 1e4))
f <- ifelse(yes, 1 - firth, firth)
spread <- function(x, w) sum(w) / (sum(w)^2 - sum(w^2)) * sum(w * (x - weighted.mean(x, w))^2)
left <- lapply(data[c("age", "housed", "score")], function(x) (weighted.mean(x[yes], f[yes]) - weighted.mean(x[!yes], f[!yes])) /
  sqrt((spread(x[yes], f[yes]) + spread(x[!yes], f[!yes])) / 2))
write_json(list(made = list(R = R.version.string, brglm2 = as.character(packageVersion("brglm2"))), firth = left, weights = w, treated = kish(w[yes]), control = kish(w[!yes]), balance = balance),
  "overlap-weights.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
