# Firth's logistic regression by brglm2, and profiles of the penalized likelihood by general optimizers.
# Run in this folder: Rscript firth-logistic.R
library(jsonlite)
library(brglm2)
set.seed(7109)
invented <- function(set, n, slope) {
  d <- data.frame(set = set, x1 = round(rnorm(n, 36, 9)), x2 = rbinom(n, 1, 0.3), x3 = round(rnorm(n), 2))
  d$outcome <- rbinom(n, 1, plogis(-0.4 + slope * (d$x1 - 36) / 9 - d$x2 + 0.5 * d$x3))
  d
}
separated <- invented("separated", 40, 0.8)
separated$outcome[separated$x2 == 1] <- 1
complete <- invented("complete", 14, 1)
complete$outcome <- as.integer(complete$x3 > 0.1)
rare <- invented("rare", 60, 0.5)
rare$outcome <- 0
rare$outcome[c(3, 17)] <- 1
all <- invented("all", 12, 0)
all$outcome <- 1
# Heinze and Schemper (2002), from Agresti (2015): neovasculization, pulsatility index, endometrium height, histology
cancer <- data.frame(set = "endometrial", x1 = endometrial$NV, x2 = endometrial$PI, x3 = endometrial$EH, outcome = endometrial$HG)
data <- rbind(invented("plain", 120, 0.7), separated, complete, rare, all, cancer)
write.csv(data, "firth-logistic.csv", row.names = FALSE, quote = FALSE)

penalized <- function(beta, x, y) {
  eta <- as.vector(x %*% beta)
  p <- plogis(eta)
  sum(ifelse(y == 1, plogis(eta, log.p = TRUE), plogis(-eta, log.p = TRUE))) +
    as.numeric(determinant(crossprod(x * sqrt(p * plogis(-eta))))$modulus) / 2
}
# The modified score, for the root of which the others than the given coefficient are looked for
score <- function(beta, x, y) {
  p <- plogis(as.vector(x %*% beta))
  w <- p * (1 - p)
  h <- w * rowSums((x %*% solve(crossprod(x * sqrt(w)))) * x)
  as.vector(crossprod(x, y - p + h * (0.5 - p)))
}
# By BFGS on standardized covariates, and then by Newton's steps with numerical derivatives of the score
profile <- function(value, j, start, x, y) {
  beta <- function(free) append(free, value, j - 1)
  free <- optim(start, function(f) -penalized(beta(f), x, y), function(f) -score(beta(f), x, y)[-j], method = "BFGS",
    control = list(reltol = 1e-15, maxit = 1e4))$par
  for (i in 1:5) {
    s <- function(f) score(beta(f), x, y)[-j]
    free <- free - solve(numDeriv::jacobian(s, free), s(free))
  }
  list(value = penalized(beta(free), x, y), free = free)
}
result <- lapply(split(data, factor(data$set, unique(data$set))), function(d) {
  m <- suppressWarnings(glm(outcome ~ x1 + x2 + x3, binomial, d, method = "brglmFit", type = "AS_mean", epsilon = 1e-13, maxit = 1e5,
    slowit = 0.5))
  s <- summary(m)$coefficients
  z <- scale(d[c("x1", "x2", "x3")])
  scales <- attr(z, "scaled:scale")
  x <- cbind(1, z)
  beta <- c(sum(coef(m) * c(1, colMeans(d[c("x1", "x2", "x3")]))), coef(m)[-1] * scales)
  best <- penalized(beta, x, d$outcome)
  bounds <- lapply(2:4, function(j) {
    se <- s[j, 2] * scales[j - 1]
    one <- function(side) {
      start <- beta[-j]
      excess <- function(v) {
        p <- profile(v, j, start, x, d$outcome)
        2 * (best - p$value) - qchisq(0.95, 1)
      }
      far <- 1
      while (excess(beta[j] + side * far * se) < 0) far <- far + 0.5
      uniroot(excess, sort(beta[j] + side * se * c(far - if (far > 1) 0.5 else 1, far)), tol = 1e-12)$root / scales[j - 1]
    }
    unname(c(one(-1), one(1)))
  })
  list(n = nrow(d), events = sum(d$outcome), estimate = unname(s[, 1]), se = unname(s[, 2]), bounds = bounds,
    logLik = penalized(coef(m), model.matrix(m), d$outcome), fitted = unname(fitted(m)))
})
write_json(list(made = list(R = R.version.string, brglm2 = as.character(packageVersion("brglm2"))), sets = result),
  "firth-logistic.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
