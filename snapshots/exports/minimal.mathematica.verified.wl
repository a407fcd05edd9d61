z$1$$1 = x$1*w$1$1$$1 + b$1$$1;
a$1$$1 = Tanh[z$1$$1];
z$1$$2 = a$1$$1*w$1$1$$2 + b$1$$2;
a$1$$2 = 1/(1 + Exp[-z$1$$2]);
yhat = a$1$$2;
t1 = y - yhat;
loss = t1^2;
t2 = 1 - a$1$$2;
t3 = a$1$$2*t2;
dloss$db$1$$2 = -2*a$1$$2*t1*t2;
t4 = t1*t3;
dloss$dw$1$1$$2 = -2*a$1$$1*t1*t3;
t5 = 1 - a$1$$1^2;
dloss$db$1$$1 = -2*w$1$1$$2*t4*t5;
dloss$dw$1$1$$1 = -2*x$1*t5*(w$1$1$$2*t4);
results = <|
  "loss" -> loss,
  "dloss$dw$1$1$$1" -> dloss$dw$1$1$$1,
  "dloss$db$1$$1" -> dloss$db$1$$1,
  "dloss$dw$1$1$$2" -> dloss$dw$1$1$$2,
  "dloss$db$1$$2" -> dloss$db$1$$2
|>;
