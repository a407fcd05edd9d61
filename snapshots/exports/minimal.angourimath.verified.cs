using System.Collections.Generic;
using AngouriMath;

public static class Model
{
    public static readonly Entity.Variable x_i1 = MathS.Var("x_i1");
    public static readonly Entity.Variable w_i1i1l1 = MathS.Var("w_i1i1l1");
    public static readonly Entity.Variable b_i1l1 = MathS.Var("b_i1l1");
    public static readonly Entity.Variable w_i1i1l2 = MathS.Var("w_i1i1l2");
    public static readonly Entity.Variable b_i1l2 = MathS.Var("b_i1l2");
    public static readonly Entity.Variable y = MathS.Var("y");
    public static readonly Entity z_i1l1 = x_i1*w_i1i1l1 + b_i1l1;
    public static readonly Entity a_i1l1 = MathS.Hyperbolic.Tanh(z_i1l1);
    public static readonly Entity z_i1l2 = a_i1l1*w_i1i1l2 + b_i1l2;
    public static readonly Entity a_i1l2 = 1/(1 + MathS.Pow(MathS.e, -z_i1l2));
    public static readonly Entity yhat = a_i1l2;
    public static readonly Entity t1 = y - yhat;
    public static readonly Entity loss = MathS.Pow(t1, 2);
    public static readonly Entity t2 = 1 - a_i1l2;
    public static readonly Entity t3 = a_i1l2*t2;
    public static readonly Entity dloss_db_i1l2 = -2*a_i1l2*t1*t2;
    public static readonly Entity t4 = t1*t3;
    public static readonly Entity dloss_dw_i1i1l2 = -2*a_i1l1*t1*t3;
    public static readonly Entity t5 = 1 - MathS.Pow(a_i1l1, 2);
    public static readonly Entity dloss_db_i1l1 = -2*w_i1i1l2*t4*t5;
    public static readonly Entity dloss_dw_i1i1l1 = -2*x_i1*t5*(w_i1i1l2*t4);
    public static readonly Dictionary<string, Entity> Results = new()
    {
        ["loss"] = loss,
        ["dloss_dw_i1i1l1"] = dloss_dw_i1i1l1,
        ["dloss_db_i1l1"] = dloss_db_i1l1,
        ["dloss_dw_i1i1l2"] = dloss_dw_i1i1l2,
        ["dloss_db_i1l2"] = dloss_db_i1l2,
    };
}
