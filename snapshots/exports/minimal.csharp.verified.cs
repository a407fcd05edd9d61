using System;
using System.Collections.Generic;

public static class Model
{
    public static Dictionary<string, double> Evaluate(double x_1, double w_1_1__1, double b_1__1, double w_1_1__2, double b_1__2, double y)
    {
        double z_1__1 = x_1*w_1_1__1 + b_1__1;
        double a_1__1 = Math.Tanh(z_1__1);
        double z_1__2 = a_1__1*w_1_1__2 + b_1__2;
        double a_1__2 = 1.0/(1.0 + Math.Exp(-z_1__2));
        double yhat = a_1__2;
        double t1 = y - yhat;
        double loss = Math.Pow(t1, 2);
        double t2 = 1.0 - a_1__2;
        double t3 = a_1__2*t2;
        double dloss_db_1__2 = -2.0*a_1__2*t1*t2;
        double t4 = t1*t3;
        double dloss_dw_1_1__2 = -2.0*a_1__1*t1*t3;
        double t5 = 1.0 - Math.Pow(a_1__1, 2);
        double dloss_db_1__1 = -2.0*w_1_1__2*t4*t5;
        double dloss_dw_1_1__1 = -2.0*x_1*t5*(w_1_1__2*t4);
        return new Dictionary<string, double>
        {
            ["loss"] = loss,
            ["dloss_dw_1_1__1"] = dloss_dw_1_1__1,
            ["dloss_db_1__1"] = dloss_db_1__1,
            ["dloss_dw_1_1__2"] = dloss_dw_1_1__2,
            ["dloss_db_1__2"] = dloss_db_1__2,
        };
    }
}
