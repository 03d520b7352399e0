# Makes cox.csv, invented data, and cox.json, what R finds in them. Run from this folder: Rscript cox.R
suppressPackageStartupMessages({
  library(survival)
  library(jsonlite)
})
RNGversion("4.0.0")
set.seed(20261127)

row_of <- function(set, subject, from, to, end, x1, x2, x3)
  data.frame(set = set, subject = subject, from = from, to = to, end = end, x1 = x1, x2 = x2, x3 = x3)

# Few events, many ties, one covariate far from 0 and of another scale.
x1 <- rbinom(40, 1, .4)
few <- row_of("few", 1:40, 0, 5 * ceiling(rexp(40, exp(2 * x1) / 20)), sample(0:2, 40, TRUE, c(.5, .4, .1)), x1,
              round(rnorm(40, 300, 45), 1), round(rnorm(40), 2))
# Late entrants, gaps, and a covariate that changes from one stretch to the next.
late <- do.call(rbind, lapply(1:90, function(i) {
  k <- sample(1:3, 1)
  edges <- cumsum(c(if (i %% 3 == 0) sample(1:30, 1) else 0, sample(2:40, 2 * k - 1, TRUE)))
  x2 <- round(rnorm(k), 2)
  x3 <- round(rnorm(1) + i %% 2, 2)
  row_of("late", i, edges[seq(1, 2 * k, 2)], edges[seq(2, 2 * k, 2)],
         c(rep(0, k - 1), rbinom(1, 1, plogis(-1.5 * (i %% 2) + x2[k] + 1.5 * x3))), i %% 2, x2, x3)
}))
# Everybody with the event has x1 = 1: without a penalty its coefficient is infinite.
monotone <- row_of("monotone", 1:24, 0, sample(1:15, 24, TRUE), 0, rep(0:1, 12), round(rnorm(24), 2), round(rnorm(24), 2))
monotone$end <- ifelse(monotone$x1 == 1, rbinom(24, 1, .6), 0)
# One event.
one <- row_of("one", 1:7, 0, c(4, 9, 9, 9, 9, 9, 9), c(1, 0, 0, 0, 0, 0, 0), c(1, 1, 1, 0, 0, 0, 0), round(rnorm(7), 2), 0)
data <- rbind(few, late, monotone, one)
write.csv(data, "cox.csv", row.names = FALSE, quote = FALSE)

source("partial-likelihood.R")

fit <- function(d, covariates, penalized, tests) {
  p <- length(covariates)
  f <- likelihood(d, covariates, penalized)
  h <- 2e-3 / apply(d[covariates], 2, sd)
  best <- maximise(f, numeric(p), h)
  formula <- reformulate(covariates, "Surv(from, to, end == 1)")
  at <- coxph(formula, d, ties = "breslow", init = best$par, control = coxph.control(iter.max = 0))
  held <- function(j, values, start) {
    free <- setdiff(1:p, j)
    maximise(function(b) f(replace(replace(numeric(p), j, values), free, b)), start[free], h[free])
  }
  limit <- function(j, side) {
    lowest <- best$value - qchisq(.95, 1) / 2
    above <- function(v) held(j, v, best$par)$value - lowest
    step <- sqrt(diag(at$var))[j]
    far <- best$par[j] + side * step
    while (above(far) > 0) far <- far + side * step
    uniroot(above, sort(c(best$par[j], far)), tol = 1e-13 * max(1, abs(far)))$root
  }
  list(coefficients = I(best$par), se = I(unname(sqrt(diag(at$var)))), logLik = best$value, nullLogLik = f(numeric(p)),
       lower = I(sapply(1:p, limit, -1)), upper = I(sapply(1:p, limit, 1)),
       tests = lapply(tests, function(j) {
         chisq <- 2 * (best$value - held(j, 0, best$par)$value)
         list(covariates = I(j - 1), chisq = chisq, p = pchisq(chisq, length(j), lower.tail = FALSE))
       }))
}

# The same by coxph itself.
ordinary <- function(d, covariates) {
  f <- coxph(reformulate(covariates, "Surv(from, to, end == 1)"), d, ties = "breslow",
             control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 100))
  list(coefficients = I(unname(coef(f))), se = I(unname(sqrt(diag(f$var)))), logLik = f$loglik[2], nullLogLik = f$loglik[1])
}

all <- c("x1", "x2", "x3")
result <- list(
  versions = list(R = R.version.string, survival = format(packageVersion("survival"))),
  firth = list(few = fit(few, all, TRUE, list(1, 2, 3, c(2, 3), 1:3)), late = fit(late, all, TRUE, list(1, 2, 3, c(1, 3), 1:3)),
               monotone = fit(monotone, all[1:2], TRUE, list(1, 2, 1:2)), one = fit(one, all[1], TRUE, list(1))),
  ordinary = list(few = fit(few, all, FALSE, list(1, c(2, 3), 1:3)), late = fit(late, all, FALSE, list(2, c(1, 3), 1:3))),
  coxph = list(few = ordinary(few, all), late = ordinary(late, all)))
write_json(result, "cox.json", digits = NA, auto_unbox = TRUE)
