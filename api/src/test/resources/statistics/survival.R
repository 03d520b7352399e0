# Makes survival.csv, invented data, and survival.json, what R finds in them. Run from this folder: Rscript survival.R
suppressPackageStartupMessages({
  library(survival)
  library(cmprsk)
  library(prodlim)
  library(jsonlite)
})
RNGversion("4.0.0")
set.seed(20261126)

row_of <- function(set, subject, from, to, end, weight = 1, group = 0)
  data.frame(set = set, subject = subject, from = from, to = to, end = end, weight = weight, group = group)

# Followed from 0, days in tens: many ties, three causes, three groups.
plain <- row_of("plain", 1:120, 0, 10 * ceiling(rexp(120, 1 / 8)), sample(0:3, 120, TRUE, c(.35, .35, .2, .1)), 1,
                sample(0:2, 120, TRUE))
# Almost nobody at a time of his own.
ties <- row_of("ties", 1:40, 0, sample(1:4, 40, TRUE), sample(0:2, 40, TRUE), 1, rep(0:1, 20))
# Everybody has an event, the last at once.
tiny <- row_of("tiny", 1:7, 0, c(2, 3, 3, 5, 8, 8, 8), c(1, 2, 1, 1, 1, 2, 1), 1, c(0, 1, 0, 1, 0, 1, 1))
# Late entrants, followed without gaps, some in several stretches; weighted, some with nothing.
late <- do.call(rbind, lapply(1:80, function(i) {
  from <- if (i %% 3 == 0) sample(1:30, 1) else 0
  cut <- from + cumsum(sample(3:40, sample(1:3, 1), TRUE))
  k <- length(cut)
  row_of("late", 200 - i, c(from, cut[-k]), cut, c(rep(0, k - 1), sample(0:2, 1, TRUE, c(.3, .4, .3))),
         if (i %% 10 == 0) 0 else round(runif(1, 0.05, 2), 3), i %% 2)
}))
# Gaps between the stretches, in which nobody is at risk; a weight a subject, another group from the second stretch on for some.
gaps <- do.call(rbind, lapply(1:60, function(i) {
  k <- sample(1:4, 1)
  edges <- cumsum(c(if (i %% 4 == 0) sample(1:20, 1) else 0, sample(2:25, 2 * k - 1, TRUE)))
  from <- edges[seq(1, 2 * k, 2)]
  to <- edges[seq(2, 2 * k, 2)]
  row_of("gaps", i, from, to, c(rep(0, k - 1), sample(0:2, 1, TRUE, c(.3, .4, .3))), round(runif(1, 0.2, 3), 3),
         if (i %% 5 == 0) c(0, rep(1, k - 1)) else i %% 2)
}))
# The same with a weight a row.
rowweights <- transform(gaps, set = "rowweights", weight = round(runif(nrow(gaps), 0, 2), 3))
data <- rbind(plain, ties, tiny, late, gaps, rowweights)
write.csv(data, "survival.csv", row.names = FALSE, quote = FALSE)

causes <- function(d) factor(d$end, 0:max(d$end), c("none", "a", "b", "c")[1 + 0:max(d$end)])

# survfit refuses gaps in multi-state data, so each stretch gets a number of its own, and the influence of the rows, times their
# weights, is summed by subject. influence[row, step, state] is of the times after the first element, 0.
curves <- function(d, rows) {
  d$row <- seq_len(nrow(d))
  d$cause <- causes(d)
  if (rows) {
    f <- survfit(Surv(from, to, cause) ~ 1, d, id = row, weights = weight, conf.type = "log-log", influence = TRUE)
    i <- f$influence.pstate * d$weight
    i <- i[, dim(i)[2] - length(f$time) + seq_along(f$time), , drop = FALSE]
    se <- sqrt(apply(i, 2:3, function(x) sum(rowsum(x, d$subject)^2)))
  } else {
    f <- survfit(Surv(from, to, cause) ~ 1, d, id = subject, weights = weight, conf.type = "log-log")
    se <- f$std.err
  }
  # A probability that is 0 or 1 but for rounding has no interval.
  certain <- pmin(f$pstate, 1 - f$pstate) < 1e-12
  f$lower[certain] <- f$upper[certain] <- NA
  list(time = f$time, value = t(f$pstate), se = t(se), lower = if (!rows) t(f$lower), upper = if (!rows) t(f$upper),
       atRisk = sapply(f$time, function(t) sum(d$from < t & d$to >= t)))
}

greenwood <- function(d) {
  f <- prodlim(Hist(to, end) ~ 1, d)
  list(time = f$time, se = unname(f$se.cuminc))
}

kaplan_meier <- function(d, robust) {
  d$row <- seq_len(nrow(d))
  f <- if (robust) survfit(Surv(from, to, end == 1) ~ 1, d, id = row, cluster = subject, weights = weight, robust = TRUE,
                           conf.type = "log-log")
       else survfit(Surv(from, to, end == 1) ~ 1, d, conf.type = "log-log")
  q <- quantile(f, c(.25, .5, .75))
  list(time = f$time, value = f$surv, se = summary(f, times = f$time)$std.err, lower = f$lower, upper = f$upper,
       quantile = unname(q$quantile), quantileLower = unname(q$lower), quantileUpper = unname(q$upper))
}

log_rank <- function(d) {
  s <- survdiff(Surv(to, end == 1) ~ group, d)
  list(observed = s$obs, expected = s$exp, chisq = s$chisq, df = length(s$n) - 1, p = s$pvalue)
}

# With late entrants survdiff is of no use; the score test of the exact partial likelihood has the hypergeometric variance.
score <- function(d) list(chisq = unname(coxph(Surv(from, to, end == 1) ~ factor(group), d, ties = "exact")$score))

gray <- function(d) {
  t <- cuminc(d$to, d$end, d$group)$Tests
  list(stat = unname(t[, "stat"]), p = unname(t[, "pv"]), df = unname(t[, "df"]))
}

# Of cause 1 at a time, group 1 less group 0: the standard error from the influence of the rows, the interval by variance estimates
# recovery (MOVER) from the limits of the two groups, which are on survfit's log-log scale; r is how the two estimates correlate,
# by those who are in both groups.
difference <- function(d, time) {
  parts <- lapply(0:1, function(g) {
    e <- d[d$group == g, ]
    e$row <- seq_len(nrow(e))
    e$cause <- causes(e)
    f <- survfit(Surv(from, to, cause) ~ 1, e, id = row, weights = weight, conf.type = "log-log", influence = TRUE)
    at <- sum(f$time <= time)
    k <- match("a", f$states)
    influence <- f$influence.pstate[, dim(f$influence.pstate)[2] - length(f$time) + at, k] * e$weight
    of <- rowsum(influence, e$subject)[, 1]
    p <- f$pstate[at, k]
    limits <- function(se) p^exp(c(1, -1) * qnorm(0.975) * se / (-p * log(p)))
    # The scale is survfit's own: with its standard error, of rows, the limits are.
    stopifnot(all.equal(limits(f$std.err[at, k]), c(f$lower[at, k], f$upper[at, k]), tolerance = 1e-12))
    # So are those by subject, where survfit takes them: it takes no gaps.
    if (all(sapply(split(e, e$subject), function(x) all(x$from[-1] == head(x$to, -1))))) {
      s <- survfit(Surv(from, to, cause) ~ 1, e, id = subject, weights = weight, conf.type = "log-log")
      last <- sum(s$time <= time)
      stopifnot(all.equal(limits(sqrt(sum(of^2))), c(s$lower[last, k], s$upper[last, k]), tolerance = 1e-12))
    }
    list(value = p, of = of, limits = limits(sqrt(sum(of^2))))
  })
  first <- parts[[1]]
  second <- parts[[2]]
  both <- intersect(names(first$of), names(second$of))
  r <- sum(first$of[both] * second$of[both]) / sqrt(sum(first$of^2) * sum(second$of^2))
  reach <- function(a, b) sqrt(a^2 + b^2 - 2 * r * a * b)
  below <- function(part) part$value - part$limits[1]
  above <- function(part) part$limits[2] - part$value
  by <- rowsum(c(second$of, -first$of), c(names(second$of), names(first$of)))
  list(time = time, first = first$value, second = second$value, se = sqrt(sum(by^2)), inBoth = length(both),
       lower = second$value - first$value - reach(below(second), above(first)),
       upper = second$value - first$value + reach(above(second), below(first)))
}

result <- suppressWarnings(list(
  versions = list(R = R.version.string, survival = format(packageVersion("survival")),
                  cmprsk = format(packageVersion("cmprsk")), prodlim = format(packageVersion("prodlim"))),
  curves = list(plain = curves(plain, FALSE), ties = curves(ties, FALSE), tiny = curves(tiny, FALSE),
                late = curves(late, FALSE), gaps = curves(gaps, TRUE), rowweights = curves(rowweights, TRUE)),
  greenwood = list(plain = greenwood(plain), ties = greenwood(ties), tiny = greenwood(tiny)),
  kaplanMeier = list(plain = kaplan_meier(plain, FALSE), ties = kaplan_meier(ties, FALSE), tiny = kaplan_meier(tiny, FALSE),
                     gaps = kaplan_meier(gaps, FALSE), late = kaplan_meier(late, FALSE)),
  robust = list(late = kaplan_meier(late, TRUE), gaps = kaplan_meier(gaps, TRUE)),
  logRank = list(plain = log_rank(plain), ties = log_rank(ties), tiny = log_rank(tiny)),
  score = list(late = score(late), gaps = score(gaps)),
  gray = list(plain = gray(plain), ties = gray(ties), tiny = gray(tiny)),
  difference = list(late = difference(late, 40), gaps = difference(gaps, 45), rowweights = difference(rowweights, 30))))
write_json(result, "survival.json", digits = NA, auto_unbox = TRUE, na = "null", null = "null", matrix = "rowmajor")
