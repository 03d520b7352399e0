# How long R takes over what StatisticsBenchmark does, on the same rows: Rscript benchmark.R <csv> <method> <rounds>.
# Prints the median in seconds, or NA where the package is not installed.
arguments <- commandArgs(TRUE)
d <- read.csv(arguments[1])
method <- arguments[2]
rounds <- as.integer(arguments[3])
package <- c(roc = "pROC", tworoc = "pROC", gray = "cmprsk", auc = "riskRegression")[method]
if (!is.na(package) && !requireNamespace(package, quietly = TRUE)) {
  cat("NA\n")
  quit()
}
suppressPackageStartupMessages(library(survival))
d$state <- factor(d$status, 0:2, c("censored", "event", "competing"))
curve <- function(score) pROC::roc(d$outcome, score, levels = 0:1, direction = "<", quiet = TRUE)
formula <- NULL
if (identical(method, "auc")) {
  suppressPackageStartupMessages(library(riskRegression))
  suppressPackageStartupMessages(library(prodlim))
  formula <- Hist(time, status) ~ 1
}
run <- switch(method,
  roc = function() pROC::var(curve(d$first), method = "delong"),
  tworoc = function() pROC::roc.test(curve(d$first), curve(d$second), paired = TRUE, method = "delong"),
  harrell = function() concordance(Surv(time, status == 1) ~ first, d, reverse = TRUE),
  uno = function() concordance(Surv(time, status == 1) ~ first, d, reverse = TRUE, timewt = "n/G2", ymax = 365),
  kaplanmeier = function() survfit(Surv(time, status == 1) ~ 1, d, conf.type = "log-log"),
  incidence = function() survfit(Surv(time, state) ~ 1, d, conf.type = "log-log"),
  logrank = function() survdiff(Surv(time, status == 1) ~ group, d),
  gray = function() cmprsk::cuminc(d$time, d$status, d$group),
  auc = function() Score(list(score = d$first), formula, d, times = 365, cause = 1, metrics = "auc", cens.model = "km",
                         null.model = FALSE))
cat(median(sapply(seq_len(rounds), function(i) system.time(run())["elapsed"])), "\n")
