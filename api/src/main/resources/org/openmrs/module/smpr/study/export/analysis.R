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

number <- function(x) as.numeric(x)

if (file.exists(path("followup.csv"))) {
  followup <- read("followup.csv")
  followup$ending <- factor(followup$ending, levels = 0:2, labels = c("none", "event", "death"))
  for (counted in unique(followup$counted)) {
    rows <- followup[followup$counted == counted, ]
    # Numbered, because survfit wants the rows of a person in order.
    rows <- rows[order(rows$study_code, rows$start), ]
    # Whoever is at risk again after a gap stays who he is: he is never in another state meanwhile.
    fit <- survfit(Surv(start, stop, ending) ~ 1, id = study_code, data = rows, conf.type = "log-log")
    for (months in unique(results$row[results$finding == "survival" & results$table == "incidence"])) {
      at <- horizon(as.integer(months))
      if (at > max(rows$stop)) next
      s <- summary(fit, times = at, extend = TRUE)
      event <- which(fit$states == "event")
      death <- which(fit$states == "death")
      compare("survival", counted, "incidence", months, "incidence", s$pstate[1, event])
      compare("survival", counted, "incidence", months, "absence", 1 - s$pstate[1, event])
      if (s$pstate[1, event] > 0) {
        compare("survival", counted, "incidence", months, "lower", s$lower[1, event])
        compare("survival", counted, "incidence", months, "upper", s$upper[1, event])
      }
      if (length(death) == 1) {
        compare("survival", counted, "incidence", months, "deathIncidence", s$pstate[1, death])
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
        wilson <- prop.test(known - events, known, correct = FALSE)$conf.int
        compare("survival", counted, "knownAt", horizonCode, "absence", 1 - events / known)
        compare("survival", counted, "knownAt", horizonCode, "lower", wilson[1])
        compare("survival", counted, "knownAt", horizonCode, "upper", wilson[2])
      }
    }
  }
}

cat(compared, "numbers of the report are the same.\n")
