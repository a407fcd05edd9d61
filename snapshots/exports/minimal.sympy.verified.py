import sympy as sp

x_1 = sp.Symbol("x_1", real=True)
w_1_1__1 = sp.Symbol("w_1_1__1", real=True)
b_1__1 = sp.Symbol("b_1__1", real=True)
w_1_1__2 = sp.Symbol("w_1_1__2", real=True)
b_1__2 = sp.Symbol("b_1__2", real=True)
y = sp.Symbol("y", real=True)

z_1__1 = x_1*w_1_1__1 + b_1__1
a_1__1 = sp.tanh(z_1__1)
z_1__2 = a_1__1*w_1_1__2 + b_1__2
a_1__2 = 1/(1 + sp.exp(-z_1__2))
yhat = a_1__2
t1 = y - yhat
loss = t1**2
t2 = 1 - a_1__2
t3 = a_1__2*t2
dloss_db_1__2 = -2*a_1__2*t1*t2
t4 = t1*t3
dloss_dw_1_1__2 = -2*a_1__1*t1*t3
t5 = 1 - a_1__1**2
dloss_db_1__1 = -2*w_1_1__2*t4*t5
dloss_dw_1_1__1 = -2*x_1*t5*(w_1_1__2*t4)

given = [x_1, w_1_1__1, b_1__1, w_1_1__2, b_1__2, y]
results = {
    "loss": loss,
    "dloss_dw_1_1__1": dloss_dw_1_1__1,
    "dloss_db_1__1": dloss_db_1__1,
    "dloss_dw_1_1__2": dloss_dw_1_1__2,
    "dloss_db_1__2": dloss_db_1__2,
}
