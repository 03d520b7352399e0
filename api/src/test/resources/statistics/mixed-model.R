# Linear mixed models of invented scores over waves, by lme4 with the degrees of freedom of lmerTest.
# Run in this folder: Rscript mixed-model.R
library(jsonlite)
suppressMessages({
  library(lme4)
  library(lmerTest)
})
set.seed(7105)
cohort <- function(set, persons, waves, between, within, missing, whole = TRUE) {
  d <- expand.grid(wave = seq_len(waves) - 1, person = seq_len(persons))
  age <- round(rnorm(persons, 37, 9), 1)
  d$age <- age[d$person]
  d$setting <- rbinom(nrow(d), 1, 0.4)
  d$score <- 22 - 1.1 * d$wave + 0.05 * (d$age - 37) - 1.5 * d$setting + rnorm(persons, 0, between)[d$person] + rnorm(nrow(d), 0, within)
  if (between == 0) d$score <- d$score - 0.7 * ave(d$score - 22, d$person)
  if (whole) d$score <- round(d$score)
  d <- d[runif(nrow(d)) >= missing, ]
  data.frame(set = set, person = 1000 - 7 * d$person, wave = d$wave, age = d$age, setting = d$setting, score = d$score)
}
# In "gap" nobody has the third wave; in "boundary" persons differ less than by chance
data <- rbind(cohort("cohort", 60, 5, 4, 3, 0.3), cohort("complete", 20, 3, 3, 2, 0), cohort("few", 7, 3, 3, 2.5, 0.2),
  cohort("boundary", 12, 4, 0, 4, 0.1), cohort("twice", 15, 2, 2, 2, 0), cohort("apart", 25, 4, 30, 0.4, 0.25, FALSE),
  subset(cohort("gap", 18, 4, 3, 2, 0.15), wave != 2))
data$score <- round(data$score, 3)
data <- data[order(runif(nrow(data))), ]
write.csv(data, "mixed-model.csv", row.names = FALSE, quote = FALSE)

fit <- function(d, formula, REML) {
  control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5), check.conv.singular = "ignore")
  # It warns that it can reduce the criterion no further.
  suppressMessages(suppressWarnings(lmerTest::lmer(formula, d, REML = REML, control = control)))
}
# lme4 minimizes by values only, which leaves it 1e-8 or so away. This is the root of the slope, with whole matrices.
exact <- function(m, REML) {
  x <- getME(m, "X")
  y <- getME(m, "y")
  zz <- as.matrix(tcrossprod(getME(m, "Z")))
  dof <- if (REML) nrow(x) - ncol(x) else nrow(x)
  state <- function(ratio) {
    w <- solve(diag(nrow(x)) + ratio * zz)
    cov <- solve(t(x) %*% w %*% x)
    p <- w - w %*% x %*% cov %*% t(x) %*% w
    py <- p %*% y
    list(slope = sum((if (REML) p else w) * zz) - sum((zz %*% py) * py) * dof / sum(y * py), w = w, cov = cov, s2 = sum(y * py) / dof)
  }
  found <- as.data.frame(VarCorr(m))$vcov
  ratio <- found[1] / found[2]
  if (ratio > 1e-8) ratio <- uniroot(function(r) state(r)$slope, ratio * c(0.99, 1.01), tol = ratio * 1e-14)$root
  s <- state(ratio)
  list(person = ratio * s$s2, residual = s$s2, estimate = as.vector(s$cov %*% t(x) %*% s$w %*% y), se = sqrt(s$s2 * unname(diag(s$cov))))
}
coefficients <- function(m) {
  s <- summary(m, ddf = "Satterthwaite")$coefficients
  list(estimate = unname(s[, 1]), se = unname(s[, 2]), df = unname(s[, 3]), p = unname(s[, 5]))
}
# From the second of the waves that there are to the last, or from the first where there are two
change <- function(m, levels) {
  contrast <- rep(0, length(fixef(m)))
  contrast[levels] <- 1
  if (levels > 2) contrast[2] <- -1
  contrast
}
result <- lapply(split(data, factor(data$set, unique(data$set))), function(d) {
  d$factor <- factor(d$wave)
  d$who <- factor(d$person)
  models <- list(plain = score ~ factor + (1 | who), covariates = score ~ factor + age + setting + (1 | who))
  unlist(lapply(c(TRUE, FALSE), function(REML) {
    found <- lapply(models, function(formula) {
      m <- fit(d, formula, REML)
      criterion <- if (REML) REMLcrit(m) else deviance(m)
      c(list(n = nrow(d), persons = nlevels(d$who), criterion = criterion, logLik = as.numeric(logLik(m)),
        person = unname(as.data.frame(VarCorr(m))$vcov[1]), residual = sigma(m)^2), coefficients(m),
        last = list(as.list(contest1D(m, change(m, nlevels(d$factor))))), exact = list(exact(m, REML)))
    })
    names(found) <- paste0(if (REML) "reml" else "ml", c("Plain", "Covariates"))
    found
  }), recursive = FALSE)
})
write_json(list(made = list(R = R.version.string, lme4 = as.character(packageVersion("lme4")),
  lmerTest = as.character(packageVersion("lmerTest"))), sets = result), "mixed-model.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
