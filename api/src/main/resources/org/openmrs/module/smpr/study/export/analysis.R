# Reads this export and repeats the main results of its report; stops where one differs.
#   Rscript analysis.R [folder]
suppressPackageStartupMessages(library(survival))

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "."
path <- function(name) file.path(folder, name)
read <- function(name) read.csv(path(name), na.strings = "", stringsAsFactors = FALSE, encoding = "UTF-8")
results <- read("results.csv")
compared <- 0

# Holds a number beside the one of the report, if that is told.
compare <- function(finding, about, table, row, column, value, digits = 1e-8) {
  told <- results[results$finding == finding & results$table == table & results$column == column &
    (is.na(about) | results$finding_about %in% about) & results$row %in% row, ]
  if (nrow(told) != 1 || told$suppressed == 1) {
    # Not told, or told of several questions that have the same name here.
    return(invisible())
  }
  same <- is.na(told$value) && is.na(value) ||
    !is.na(told$value) && !is.na(value) && abs(told$value - value) <= digits * max(1, abs(value))
  cat(sprintf("%-12s %-34s %-12s %-16s %-34s %14s %14s\n", finding, if (is.na(about)) "" else about, table, column, row,
    format(told$value, digits = 8), format(value, digits = 8)))
  if (!same) {
    stop("the report has ", told$value, ", and this export gives ", value)
  }
  compared <<- compared + 1
}

# The fewest days that so many months can have: the day that stands for a horizon.
days <- seq(as.Date("2001-01-01"), by = "day", length.out = 1461)
horizon <- function(months) {
  start <- as.POSIXlt(days)
  month <- start$mon + months
  year <- start$year + 1900 + month %/% 12
  month <- month %% 12 + 1
  last <- as.integer(format(as.Date(sprintf("%d-%02d-01", year + month %/% 12, month %% 12 + 1)) - 1, "%d"))
  min(as.integer(as.Date(sprintf("%d-%02d-%02d", year, month, pmin(start$mday, last))) - days))
}

if (file.exists(path("followup.csv"))) {
  followup <- read("followup.csv")
  followup$ending <- factor(followup$ending, levels = 0:2, labels = c("none", "event", "death"))
  for (of in split(followup, list(followup$counted, followup$months), drop = TRUE)) {
    # Each horizon by what is known there: the rows of others know more, or less.
    counted <- of$counted[1]
    months <- as.character(of$months[1])
    at <- horizon(of$months[1])
    # survfit refuses days not at risk within an id, so each stretch at risk has one of its own, and the influence is summed by person.
    of$stretch <- seq_len(nrow(of))
    fit <- survfit(Surv(start, stop, ending) ~ 1, id = stretch, data = of, influence = TRUE)
    step <- sum(fit$time <= at)
    if (at > max(of$stop) || step == 0) next
    influence <- fit$influence.pstate
    influence <- influence[, dim(influence)[2] - length(fit$time) + seq_along(fit$time), , drop = FALSE]
    error <- sqrt(apply(influence, 2:3, function(x) sum(rowsum(x, of$study_code)^2)))
    told <- list(event = c("incidence", "lower", "upper"), death = c("deathIncidence", "deathLower", "deathUpper"))
    for (state in intersect(names(told), fit$states)) {
      p <- fit$pstate[step, fit$states == state]
      compare("survival", counted, "incidence", months, told[[state]][1], p)
      if (state == "event") compare("survival", counted, "incidence", months, "absence", 1 - p)
      if (p > 0) {
        # On the log-log scale.
        width <- abs(qnorm(0.975) * error[step, fit$states == state] / (p * log(p)))
        compare("survival", counted, "incidence", months, told[[state]][2], exp(-exp(log(-log(p)) + width)))
        compare("survival", counted, "incidence", months, told[[state]][3], exp(-exp(log(-log(p)) - width)))
      }
    }
  }
}

if (file.exists(path("status.csv"))) {
  status <- read("status.csv")
  for (counted in unique(status$status_counted)) {
    for (horizonCode in unique(status$horizon)) {
      rows <- status[status$status_counted == counted & status$horizon == horizonCode, ]
      known <- sum(rows$status %in% c("EVENT", "FREE_KNOWN", "DIED"))
      events <- sum(rows$status == "EVENT")
      compare("survival", counted, "knownAt", horizonCode, "reached", nrow(rows))
      compare("survival", counted, "knownAt", horizonCode, "known", known)
      compare("survival", counted, "knownAt", horizonCode, "events", events)
      if (known > 0) {
        wilson <- suppressWarnings(prop.test(known - events, known, correct = FALSE))$conf.int
        compare("survival", counted, "knownAt", horizonCode, "absence", 1 - events / known)
        compare("survival", counted, "knownAt", horizonCode, "lower", wilson[1])
        compare("survival", counted, "knownAt", horizonCode, "upper", wilson[2])
      }
    }
  }
}

# The distribution of the signed-rank statistic over every choice of signs, given the ranks, ties and all: twice the ranks are whole numbers.
signedRank <- function(difference) {
  difference <- difference[difference != 0]
  if (length(difference) == 0) {
    return(NA)
  }
  ranks <- round(2 * rank(abs(round(difference, 9))))
  ways <- c(1, rep(0, sum(ranks)))
  for (r in ranks) {
    ways <- ways + c(rep(0, r), ways[seq_len(length(ways) - r)])
  }
  ways <- ways / sum(ways)
  at <- sum(ranks[difference > 0]) + 1
  min(1, 2 * min(sum(ways[seq_len(at)]), sum(ways[at:length(ways)])))
}

if (file.exists(path("scores.csv"))) {
  scores <- read("scores.csv")
  of <- function(wave, measure) {
    columns <- c("study_code", "value", "score_edition")
    rows <- scores[scores$score_wave %in% wave & scores$measure == measure & !is.na(scores$value), columns]
    rows[!duplicated(rows$study_code), ]
  }
  change <- results[results$finding == "change" & results$table == "changeDifferences", ]
  for (about in unique(change$finding_about)) {
    waves <- strsplit(about, "/")[[1]]
    for (measure in unique(change$row[change$finding_about == about])) {
      pairs <- merge(of(waves[1], measure), of(waves[2], measure), by = "study_code")
      # Of two editions, or of one that is not stated where there are several, nobody knows whether they can be compared.
      editions <- pairs[c("score_edition.x", "score_edition.y")]
      unlike <- !is.na(editions[[1]]) & !is.na(editions[[2]]) & editions[[1]] != editions[[2]]
      pairs <- pairs[!unlike & !editions[[1]] %in% "NOT_STATED" & !editions[[2]] %in% "NOT_STATED", ]
      difference <- pairs$value.y - pairs$value.x
      held <- function(table, column, value) compare("change", about, table, measure, column, value)
      held("changeDifferences", "pairs", nrow(pairs))
      if (nrow(pairs) < 2) next
      held("changeDifferences", "meanFirst", mean(pairs$value.x))
      held("changeDifferences", "sdFirst", sd(pairs$value.x))
      held("changeDifferences", "meanSecond", mean(pairs$value.y))
      held("changeDifferences", "sdSecond", sd(pairs$value.y))
      held("changeDifferences", "meanDifference", mean(difference))
      held("changeDifferences", "sdDifference", sd(difference))
      held("changeDifferences", "medianDifference", median(difference))
      if (sd(difference) == 0) next
      t <- t.test(pairs$value.y, pairs$value.x, paired = TRUE)
      held("changeDifferences", "meanDifferenceLower", t$conf.int[1])
      held("changeDifferences", "meanDifferenceUpper", t$conf.int[2])
      held("changeTests", "t", unname(t$statistic))
      held("changeTests", "df", unname(t$parameter))
      held("changeTests", "tP", t$p.value)
      # With more than 200 differences that are not 0 the report takes the normal approximation, as R does.
      p <- if (sum(difference != 0) <= 200) signedRank(difference) else
        suppressWarnings(wilcox.test(difference, exact = FALSE, correct = TRUE)$p.value)
      held("changeTests", "signedRankP", p)
      held("changeEffects", "dz", mean(difference) / sd(difference))
    }
  }
}

cat(compared, "numbers of the report are the same.\n")
if (compared == 0) {
  quit(status = 1)
}
