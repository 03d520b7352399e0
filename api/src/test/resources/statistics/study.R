# Makes study.csv, invented men as the study has them, and study.json, what R finds of what their ratings predict and of the flat-share.
# Run from this folder: Rscript study.R
suppressPackageStartupMessages({
  library(brglm2)
  library(jsonlite)
  library(pROC)
  library(prodlim)
  library(riskRegression)
  library(survival)
})
RNGversion("4.0.0")
set.seed(20261128)

# ---- The men: days from the index day, the last of what is known; 0 not known further, 1 a new offence, 2 died. Some were in hospital from
# one day to another, both included; some entered the flat-share on a day of their own.

n <- 90
latent <- rnorm(n)
hcr <- pmin(40, pmax(0, round(20 + 5 * latent + 4 * rnorm(n))))
saprof <- pmin(34, pmax(0, round(15 - 3 * latent + 4 * rnorm(n))))
fpj <- pmin(2, pmax(0, round(1 - 0.5 * latent + 0.6 * rnorm(n))))
age <- round(runif(n, 21, 58))
event <- ceiling(rexp(n, exp(0.7 * latent) / 700))
death <- ceiling(rexp(n, 1 / 4000))
lost <- ceiling(runif(n, 50, 900))
time <- pmin(event, death, lost)
end <- ifelse(event == time, 1, ifelse(death == time, 2, 0))
hospital <- seq_len(n) %% 9 == 0 & time > 45
gapFrom <- ifelse(hospital, 21, NA)
gapTo <- ifelse(hospital, pmin(time - 5, 60 + 10 * (seq_len(n) %% 4)), NA)
entry <- ifelse(runif(n) < plogis(-0.6 - 0.03 * (age - 38)), ceiling(runif(n, -1, 110)), NA)
entry[!is.na(entry) & entry >= time] <- NA
men <- data.frame(man = seq_len(n), age, hcr, saprof, fpj, time, end, gapFrom, gapTo, entry)
write.csv(men, "study.csv", row.names = FALSE, quote = FALSE, na = "")

year <- 365
known <- transform(men, end = ifelse(time > year, 0, end), time = pmin(time, year))

# ---- Discrimination, in calendar time. Score leaves out who is censored at the horizon itself, so that day is made a little later.

later <- ifelse(known$end == 0 & known$time == year, year + 1e-6, known$time)
score <- function(x, y) {
  d <- data.frame(time = later, end = known$end, x = plogis((x - mean(x)) / sd(x)), y = plogis((y - mean(y)) / sd(y)))
  s <- Score(list(x = d$x, y = d$y), formula = Hist(time, end) ~ 1, data = d, times = year, cause = 1, cens.model = "km",
             metrics = "auc", se.fit = TRUE, conf.int = TRUE, null.model = FALSE)
  one <- as.data.frame(s$AUC$score)
  two <- as.data.frame(s$AUC$contrasts) # y less x
  logit <- function(a, se) plogis(qlogis(a) + c(-1, 1) * qnorm(0.975) * se / (a * (1 - a)))
  list(auc = one$AUC, interval = logit(one$AUC[1], one$se[1]), difference = -two$delta.AUC,
       differenceInterval = -two$delta.AUC + c(-1, 1) * qnorm(0.975) * two$se, p = two$p)
}
# The dead never have the event.
never <- ifelse(known$end == 2, year + 1, known$time)
harrell <- function(x, y) {
  s <- Surv(never, as.numeric(known$end == 1))
  fit <- function(x) coxph(s ~ x, init = 1, iter.max = 0)
  one <- fit(x)
  two <- fit(y)
  both <- concordance(one, two)
  contrast <- c(1, -1)
  difference <- as.numeric(contrast %*% both$concordance)
  se <- sqrt(as.numeric(contrast %*% both$var %*% contrast))
  list(c = as.numeric(both$concordance[1]), difference = difference, interval = difference + c(-1, 1) * qnorm(0.975) * se,
       p = 2 * pnorm(-abs(difference / se)))
}

# ---- Those of whom it is known at one year, as if the others were none of the study: DeLong.

complete <- known[known$end != 0 | known$time == year, ]
delong <- function() {
  curve <- function(x) roc(as.numeric(complete$end == 1), x, levels = c(0, 1), direction = "<", quiet = TRUE)
  one <- curve(complete$hcr)
  a <- as.numeric(auc(one))
  se <- sqrt(var(one, method = "delong"))
  test <- roc.test(curve(-complete$saprof), one, method = "delong", paired = TRUE)
  list(auc = a, interval = plogis(qlogis(a) + c(-1, 1) * qnorm(0.975) * se / (a * (1 - a))), p = as.numeric(test$p.value))
}

# ---- Rows of time at risk, with entry from the day of entry on.

stretches <- function(d) do.call(rbind, lapply(seq_len(nrow(d)), function(i) {
  m <- d[i, ]
  last <- if (m$end == 1 || m$end == 2) m$end else 0
  edges <- if (is.na(m$gapFrom) || m$gapFrom - 1 >= m$time) cbind(0, m$time) else
    if (m$gapTo >= m$time) cbind(0, m$gapFrom - 1) else rbind(c(0, m$gapFrom - 1), c(m$gapTo, m$time))
  data.frame(man = m$man, from = edges[, 1], to = edges[, 2],
             end = c(rep(0, nrow(edges) - 1), if (edges[nrow(edges), 2] == m$time) last else 0))
}))
rows <- merge(stretches(known), known[c("man", "age", "hcr", "saprof", "fpj", "entry")], by = "man")

# By level of the judgement, of the rows as if each were a man of his own: the estimates are the same.
by_level <- sapply(0:2, function(level) {
  d <- rows[rows$fpj == level, ]
  d$row <- seq_len(nrow(d))
  f <- survfit(Surv(from, to, factor(end, 0:2)) ~ 1, d, id = row)
  f$pstate[sum(f$time <= year), match("1", f$states)]
})

# ---- Firth's penalty on Breslow's partial likelihood, as in cox.R.

source("partial-likelihood.R")
firth <- function(d, covariates, tested) {
  p <- length(covariates)
  f <- likelihood(d, covariates, TRUE)
  h <- 2e-3 / apply(d[covariates], 2, sd)
  best <- maximise(f, numeric(p), h)
  held <- function(j, value) {
    free <- setdiff(1:p, j)
    maximise(function(b) f(replace(replace(numeric(p), j, value), free, b)), best$par[free], h[free])
  }
  limit <- function(j, side) {
    lowest <- best$value - qchisq(.95, 1) / 2
    above <- function(v) held(j, v)$value - lowest
    far <- best$par[j] + side * 200 * h[j]
    while (above(far) > 0) far <- far + side * 200 * h[j]
    uniroot(above, sort(c(best$par[j], far)), tol = 1e-13)$root
  }
  chisq <- 2 * (best$value - held(tested, 0)$value)
  list(coefficients = I(best$par), lower = I(sapply(1:p, limit, -1)), upper = I(sapply(1:p, limit, 1)), chisq = chisq,
       p = pchisq(chisq, 1, lower.tail = FALSE))
}

# ---- The flat-share, from day 60 on: who was followed beyond it, by whether he had entered by it.

landmark <- 60
at <- men[men$time > landmark, ]
at$entered <- !is.na(at$entry) & at$entry <= landmark
at$time <- at$time - landmark
at$gapFrom <- at$gapFrom - landmark
at$gapTo <- at$gapTo - landmark
at <- transform(at, end = ifelse(time > year, 0, end), time = pmin(time, year))
at$gapFrom <- ifelse(!is.na(at$gapTo) & at$gapTo > 0, pmax(at$gapFrom, 1), NA)
covariates <- c("age", "hcr", "saprof")
propensity <- fitted(glm(entered ~ age + hcr + saprof, binomial, at, method = "brglmFit", type = "AS_mean", epsilon = 1e-13,
                         maxit = 1e4))
at$weight <- ifelse(at$entered, 1 - propensity, propensity)
from_landmark <- stretches(at)
from_landmark <- merge(from_landmark[from_landmark$from < from_landmark$to, ], at[c("man", "entered", "weight")], by = "man")
incidence <- function(d, weights) {
  d$row <- seq_len(nrow(d))
  d$w <- weights
  d$cause <- factor(d$end, 0:2)
  f <- survfit(Surv(from, to, cause) ~ 1, d, id = row, weights = w, conf.type = "log-log", influence = TRUE)
  last <- sum(f$time <= year)
  k <- match("1", f$states)
  u <- f$influence.pstate[, dim(f$influence.pstate)[2] - length(f$time) + last, k] * d$w
  p <- f$pstate[last, k]
  # On survfit's log-log scale, with its standard error of rows and with that of men, who may have two.
  limits <- function(se) p^exp(c(1, -1) * qnorm(0.975) * se / (-p * log(p)))
  stopifnot(all.equal(limits(f$std.err[last, k]), c(f$lower[last, k], f$upper[last, k]), tolerance = 1e-12))
  list(value = p, limits = limits(sqrt(sum(rowsum(u, d$man)^2))))
}
difference <- function(weighted) {
  of <- function(group) {
    d <- from_landmark[from_landmark$entered == group, ]
    incidence(d, if (weighted) d$weight else rep(1, nrow(d)))
  }
  entered <- of(TRUE)
  others <- of(FALSE)
  d <- entered$value - others$value
  # Of the limits of both, by variance estimates recovery (MOVER).
  list(entered = entered$value, enteredInterval = entered$limits, others = others$value, othersInterval = others$limits,
       difference = d,
       interval = c(d - sqrt((entered$value - entered$limits[1])^2 + (others$limits[2] - others$value)^2),
                    d + sqrt((entered$limits[2] - entered$value)^2 + (others$value - others$limits[1])^2)))
}
kish <- function(w) sum(w)^2 / sum(w^2)
spread <- function(x, w) sum(w) / (sum(w)^2 - sum(w^2)) * sum(w * (x - weighted.mean(x, w))^2)
standardized <- function(x, w) {
  e <- at$entered
  (weighted.mean(x[e], w[e]) - weighted.mean(x[!e], w[!e])) / sqrt((spread(x[e], w[e]) + spread(x[!e], w[!e])) / 2)
}

# ---- Entry on its own day: until the day before it he has not entered.

over_time <- do.call(rbind, lapply(seq_len(nrow(rows)), function(i) {
  r <- rows[i, ]
  cut <- if (is.na(r$entry)) Inf else if (r$entry <= 0) 0 else max(0.5, r$entry - 1)
  if (cut >= r$to) transform(r, entered = 0) else if (cut <= r$from) transform(r, entered = 1) else
    rbind(transform(r, to = cut, end = 0, entered = 0), transform(r, from = cut, entered = 1))
}))

result <- list(
  versions = list(R = R.version.string, survival = format(packageVersion("survival")), pROC = format(packageVersion("pROC")),
                  riskRegression = format(packageVersion("riskRegression")), brglm2 = format(packageVersion("brglm2"))),
  counts = list(events = sum(known$end == 1), deaths = sum(known$end == 2), free = sum(known$end == 0 & known$time == year),
                censored = sum(known$end == 0 & known$time < year), interrupted = sum(!is.na(known$gapFrom))),
  auc = score(known$hcr, -known$saprof), aucOfSaprof = score(-known$saprof, known$hcr), aucOfJudgement = score(-known$fpj, known$hcr),
  harrell = harrell(known$hcr, -known$saprof), harrellOfSaprof = harrell(-known$saprof, known$hcr), delong = delong(),
  byLevel = by_level,
  base = firth(rows, "hcr", 1), both = firth(rows, c("hcr", "saprof"), 2),
  landmark = list(entered = sum(at$entered), others = sum(!at$entered),
                  eventsEntered = sum(at$entered & at$end == 1), eventsOthers = sum(!at$entered & at$end == 1)),
  balance = list(before = I(sapply(covariates, function(x) standardized(at[[x]], rep(1, nrow(at))))),
                 after = I(sapply(covariates, function(x) standardized(at[[x]], at$weight)))),
  effective = list(entered = kish(at$weight[at$entered]), others = kish(at$weight[!at$entered])),
  unweighted = difference(FALSE), weighted = difference(TRUE),
  overTime = list(alone = firth(over_time, "entered", 1), withCovariates = firth(over_time, c("entered", covariates), 1)))
lp <- with(result$both, coefficients[1] * known$hcr + coefficients[2] * known$saprof)
result$harrellOfBoth <- harrell(lp, known$hcr)
result$aucOfBoth <- score(lp, known$hcr)
write_json(result, "study.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
