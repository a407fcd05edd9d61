import numpy as np


def evaluate(x_1, w_1_1__1, b_1__1, w_1_1__2, b_1__2, y):
    z_1__1 = x_1*w_1_1__1 + b_1__1
    a_1__1 = np.tanh(z_1__1)
    z_1__2 = a_1__1*w_1_1__2 + b_1__2
    a_1__2 = 1.0/(1.0 + np.exp(-z_1__2))
    yhat = a_1__2
    t1 = y - yhat
    loss = t1**2
    t2 = 1.0 - a_1__2
    t3 = a_1__2*t2
    dloss_db_1__2 = -2.0*a_1__2*t1*t2
    t4 = t1*t3
    dloss_dw_1_1__2 = -2.0*a_1__1*t1*t3
    t5 = 1.0 - a_1__1**2
    dloss_db_1__1 = -2.0*w_1_1__2*t4*t5
    dloss_dw_1_1__1 = -2.0*x_1*t5*(w_1_1__2*t4)
    return {
        "loss": loss,
        "dloss_dw_1_1__1": dloss_dw_1_1__1,
        "dloss_db_1__1": dloss_db_1__1,
        "dloss_dw_1_1__2": dloss_dw_1_1__2,
        "dloss_db_1__2": dloss_db_1__2,
    }
