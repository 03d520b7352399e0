# Invented data and what R makes of them, for the tests of org.openmrs.module.smpr.statistics.discrimination.
# Run in this folder: Rscript discrimination.R
suppressMessages({
  library(jsonlite)
  library(pROC)
  library(prodlim)
  library(riskRegression)
  library(survival)
})

write_table <- function(table, name) write.csv(table, name, row.names = FALSE, quote = FALSE)

# ---- ROC: a in few values, b in many, c unrelated; two groups for the test of independent samples

set.seed(20261126)
n <- 150
latent <- rnorm(n)
roc <- data.frame(
  outcome = rbinom(n, 1, plogis(latent - 0.8)),
  group = rep(1:2, length.out = n),
  a = pmin(20, pmax(0, round(10 + 3 * latent + 3 * rnorm(n)))),
  b = round(latent + 1.2 * rnorm(n), 2),
  c = sample(-2:2, n, TRUE)
)
write_table(roc, "discrimination-roc.csv")

curve_of <- function(score, data = roc) {
  roc(data$outcome, data[[score]], levels = c(0, 1), direction = "<", quiet = TRUE)
}
curve_result <- function(curve) {
  a <- as.numeric(auc(curve))
  se <- sqrt(var(curve, method = "delong"))
  wald <- ci.auc(curve, method = "delong")
  logit <- plogis(qlogis(a) + c(-1, 1) * qnorm(0.975) * se / (a * (1 - a)))
  # pROC's thresholds lie between the scores, and rise
  list(auc = a, se = se, wald = as.numeric(wald)[c(1, 3)], logit = logit,
       wald80 = as.numeric(ci.auc(curve, method = "delong", conf.level = 0.8))[c(1, 3)],
       sensitivities = rev(curve$sensitivities), specificities = rev(curve$specificities))
}
pair_result <- function(one, other) {
  test <- roc.test(one, other, method = "delong", paired = TRUE)
  difference <- as.numeric(auc(one)) - as.numeric(auc(other))
  variance <- var(one) + var(other) - 2 * cov(one, other)
  list(difference = difference, se = sqrt(variance),
       interval = difference + c(-1, 1) * qnorm(0.975) * sqrt(variance),
       z = as.numeric(test$statistic), p = as.numeric(test$p.value))
}
one <- curve_of("a", roc[roc$group == 1, ])
two <- curve_of("a", roc[roc$group == 2, ])
unpaired <- roc.test(one, two, method = "delong", paired = FALSE)
independent <- list(
  difference = as.numeric(auc(one)) - as.numeric(auc(two)),
  z = as.numeric(unpaired$statistic),
  p = 2 * pnorm(-abs(as.numeric(unpaired$statistic))) # pROC's own is by a t distribution
)
hanley <- roc(rep(0:1, c(58, 51)), c(rep(1:5, c(33, 6, 6, 11, 2)), rep(1:5, c(3, 2, 2, 11, 33))),
              levels = c(0, 1), direction = "<", quiet = TRUE)

# ---- Survival: whole times, so that events and censorings are tied

n <- 220
latent <- rnorm(n)
event <- rexp(n, 0.035 * exp(0.8 * latent))
death <- rexp(n, 0.012 * exp(-0.3 * latent))
lost <- runif(n, 2, 45)
first <- pmin(event, death, lost)
men <- data.frame(
  time = ceiling(first),
  status = ifelse(first == event, 1, ifelse(first == death, 2, 0)),
  a = pmin(10, pmax(0, round(5 + 2 * latent + 1.5 * rnorm(n)))),
  b = round(latent + 1.5 * rnorm(n), 1)
)
write_table(men, "discrimination-survival.csv")

# Score wants something like a risk, and only its order counts. It leaves out who is censored at the horizon itself, who
# is known to have been free of the event up to it: a little later, he is a control.
score_result <- function(status, horizon) {
  time <- ifelse(status == 0 & men$time == horizon, horizon + 1e-6, men$time)
  data <- data.frame(time = time, status = status, a = men$a / 100, b = plogis(men$b))
  s <- Score(list(a = data$a, b = data$b), formula = Hist(time, status) ~ 1, data = data, times = horizon, cause = 1,
             cens.model = "km", metrics = "auc", se.fit = TRUE, conf.int = TRUE, null.model = FALSE)
  score <- as.data.frame(s$AUC$score)
  contrast <- as.data.frame(s$AUC$contrasts) # b less a
  list(horizon = horizon, auc = score$AUC, se = score$se, lower = score$lower, upper = score$upper,
       difference = -contrast$delta.AUC, differenceSe = contrast$se, p = contrast$p)
}

# The formulas of Blanche, Dartigues and Jacqmin-Gadda (2013), each sum written out, for the controls that Score does not
# offer where something competes: who is free of both events.
ipcw_auc <- function(score, time, status, horizon) {
  n <- length(score)
  times <- sort(unique(time[status == 0]))
  at_risk <- sapply(times, function(u) sum(time > u) + sum(time == u & status == 0))
  hazard <- sapply(times, function(u) sum(time == u & status == 0)) / at_risk
  followed <- function(u) sapply(u, function(x) prod(1 - hazard[times < x]))
  until <- pmin(time, horizon)
  case <- time <= horizon & status == 1
  control <- time > horizon | (time == horizon & status == 0)
  w_case <- ifelse(case, 1 / followed(until), 0)
  w_control <- ifelse(control, 1 / followed(until), 0)
  higher <- outer(score, score, function(x, y) (x > y) + 0.5 * (x == y))
  numerator <- sum(outer(w_case, w_control) * higher) / n^2
  denominator <- mean(w_case) * mean(w_control)
  value <- numerator / denominator
  present <- sapply(times, function(u) sum(time >= u)) / n
  censored <- sapply(times, function(u) sum(time == u & status == 0)) / n
  martingale <- function(k, u) { # integral up to u of man k's censoring martingale over the share followed so long
    jump <- if (status[k] == 0 && time[k] < u) 1 / present[times == time[k]] else 0
    passed <- times < u & times <= time[k]
    jump - sum(censored[passed] / present[passed]^2)
  }
  xi <- outer(1:n, until, Vectorize(martingale))
  m_case <- w_case * as.vector(higher %*% w_control) / n
  m_control <- w_control * as.vector(w_case %*% higher) / n
  i_numerator <- m_case + m_control - 2 * numerator + as.vector(xi %*% (m_case + m_control)) / n
  i_case <- w_case - mean(w_case) + as.vector(xi %*% w_case) / n
  i_control <- w_control - mean(w_control) + as.vector(xi %*% w_control) / n
  influence <- (i_numerator - value * (i_case * mean(w_control) + i_control * mean(w_case))) / denominator
  list(value = value, influence = influence)
}
formula_result <- function(horizon) {
  a <- ipcw_auc(men$a, men$time, men$status, horizon)
  b <- ipcw_auc(men$b, men$time, men$status, horizon)
  se <- function(influence) sd(influence) / sqrt(length(influence))
  list(horizon = horizon, auc = c(a$value, b$value), se = c(se(a$influence), se(b$influence)),
       difference = a$value - b$value, differenceSe = se(a$influence - b$influence))
}
alone <- ifelse(men$status == 2, 0, men$status)
horizons <- c(6, 12, 20, 30)

# ---- Concordance

concordance_result <- function(time, status, ...) {
  s <- Surv(time, status)
  # A model that is its one score, so that two can be compared
  fit <- function(x) coxph(s ~ x, init = 1, iter.max = 0)
  single <- function(x) {
    k <- concordance(s ~ x, reverse = TRUE, ...)
    list(c = as.numeric(k$concordance), se = sqrt(as.numeric(k$var)), counts = as.numeric(k$count))
  }
  fit1 <- fit(men$a)
  fit2 <- fit(men$b)
  both <- concordance(fit1, fit2, ...)
  contrast <- c(1, -1)
  list(a = single(men$a), b = single(men$b), difference = as.numeric(contrast %*% both$concordance),
       differenceSe = sqrt(as.numeric(contrast %*% both$var %*% contrast)))
}
never_time <- ifelse(men$status == 2, max(men$time) + 1, men$time)

# Wolbers et al. (2014), each pair written out: weights by the time of the first event of the two.
wolbers <- function(score, time, status, limit) {
  n <- length(score)
  times <- sort(unique(time[status == 0]))
  at_risk <- sapply(times, function(u) sum(time > u) + sum(time == u & status == 0))
  hazard <- sapply(times, function(u) sum(time == u & status == 0)) / at_risk
  g <- sapply(time, function(x) prod(1 - hazard[times < x]))
  won <- lost <- matrix(0, n, n)
  for (i in which(status == 1 & time <= limit)) for (j in seq_len(n)) {
    later <- time[j] > time[i] || (time[j] == time[i] && status[j] != 1)
    weight <- if (later) 1 / g[i]^2 else if (status[j] == 2) 1 / (g[i] * g[j]) else 0
    share <- (score[i] > score[j]) + 0.5 * (score[i] == score[j])
    won[i, j] <- weight * share
    lost[i, j] <- weight * (1 - share)
  }
  value <- sum(won) / sum(won + lost)
  mine <- function(m) rowSums(m) + colSums(m)
  list(value = value, influence = ((1 - value) * mine(won) - value * mine(lost)) / sum(won + lost))
}
wolbers_result <- function(limit) {
  a <- wolbers(men$a, men$time, men$status, limit)
  b <- wolbers(men$b, men$time, men$status, limit)
  se <- function(influence) sqrt(sum(influence^2))
  list(c = c(a$value, b$value), se = c(se(a$influence), se(b$influence)),
       difference = a$value - b$value, differenceSe = se(a$influence - b$influence))
}

write_json(list(
  made_with = list(R = R.version.string, survival = as.character(packageVersion("survival")),
                   pROC = as.character(packageVersion("pROC")),
                   riskRegression = as.character(packageVersion("riskRegression")),
                   prodlim = as.character(packageVersion("prodlim"))),
  roc = list(
    a = curve_result(curve_of("a")), b = curve_result(curve_of("b")), c = curve_result(curve_of("c")),
    paired = pair_result(curve_of("a"), curve_of("b")), pairedWithUnrelated = pair_result(curve_of("a"), curve_of("c")),
    independent = independent,
    hanley = curve_result(hanley)
  ),
  timeDependent = list(
    score = lapply(horizons, function(h) score_result(men$status, h)),
    scoreWithoutCompeting = lapply(horizons, function(h) score_result(alone, h)),
    eventFree = lapply(horizons, formula_result)
  ),
  concordance = list(
    censored = concordance_result(men$time, alone),
    censoredUpTo = concordance_result(men$time, alone, ymax = 12),
    never = concordance_result(never_time, alone),
    neverUpTo = concordance_result(never_time, alone, ymax = 12),
    uno = concordance_result(men$time, alone, timewt = "n/G2"),
    unoUpTo = concordance_result(men$time, alone, timewt = "n/G2", ymax = 20),
    wolbers = wolbers_result(Inf),
    wolbersUpTo = wolbers_result(20)
  )
), "discrimination.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
