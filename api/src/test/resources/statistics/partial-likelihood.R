# Read by cox.R and study.R: Breslow's partial likelihood, and where it is largest.
# The logarithm of Breslow's partial likelihood, with half the logarithm of the determinant of the information added for the
# penalty, by coxph's fitting routine, which does not iterate.
likelihood <- function(d, covariates, penalized) {
  x <- as.matrix(d[covariates])
  y <- Surv(d$from, d$to, d$end == 1)
  control <- coxph.control(iter.max = 0)
  function(b) {
    f <- suppressWarnings(agreg.fit(x, y, NULL, NULL, b, control, NULL, "breslow", seq_len(nrow(x))))
    f$loglik[2] - if (penalized) as.numeric(determinant(f$var)$modulus) / 2 else 0
  }
}

# Newton's method with differences of the fourth order for the gradient, so that the maximum is good to 10 digits; in units of h.
maximise <- function(f, start, h) {
  p <- length(start)
  if (p == 0) return(list(par = start, value = f(start)))
  gradient <- function(b) sapply(1:p, function(j) {
    e <- replace(numeric(p), j, h[j])
    (8 * (f(b + e) - f(b - e)) - f(b + 2 * e) + f(b - 2 * e)) / (12 * h[j])
  })
  b <- nlm(function(z) -f(z * h), start / h, gradtol = 1e-10, steptol = 1e-10, iterlim = 500)$estimate * h
  for (i in 1:6) {
    g <- gradient(b)
    H <- matrix(sapply(1:p, function(j) {
      e <- replace(numeric(p), j, h[j])
      (gradient(b + e) - gradient(b - e)) / (2 * h[j])
    }), p)
    step <- solve((H + t(H)) / 2, g)
    if (max(abs(step / h)) < 1e-9) break
    b <- b - step
  }
  list(par = b, value = f(b))
}
