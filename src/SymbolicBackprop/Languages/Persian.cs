using System.Globalization;
using System.Numerics;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities.ClosedForms;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Languages;

/// <summary>Persian. A counted noun stays singular, and a half space (U+200C) joins the parts of a word.</summary>
internal sealed class Persian : Language
{
    private static readonly string[] Ordinals = ["اول", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم"];

    private static readonly string[] Numbers = ["صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده"];

    public static Persian Instance { get; } = new();

    public override string Code => "fa";

    public override bool IsRightToLeft => true;

    public override IReadOnlyList<DigitSet> DigitSets => [DigitSet.Persian, DigitSet.Latin];

    internal override string DefaultTitle => "پس‌انتشار خطا";

    internal override FormulaWords FormulaWords { get; } = new("اگر", "در غیر این صورت");

    internal override PageWords PageWords { get; } = new("اثبات‌شده", "آزموده‌شده", "رونوشت LaTeX");

    // Words in \text without a Persian letter keep the font of the mathematics around them.
    internal override LatexSetup LatexIn(DigitSet digits) => new(
        ["xelatex"],
        "texlive-xetex texlive-lang-arabic texlive-fonts-recommended lmodern",
        "",
        $$$"""
        \usepackage{xepersian}
        \settextfont[Extension=.ttf,UprightFont=*-Regular,BoldFont=*-Bold,Mapping={{{MappingOf(digits)}}}]{Amiri}
        \let\anytext\text
        \ExplSyntaxOn
        \cs_set_protected:Npn \text #1 { \anytext { \regex_match:nnF { [\x{600}-\x{6FF}] } {#1} { \latinfont } #1 } }
        \ExplSyntaxOff

        """)
    {
        LeftToRightCommand = @"\lr",
        LeftToRightEnvironment = "latin",
    };

    // The letters, marks and digits of the Arabic script that Amiri has.
    internal override bool HasLetter(char character) => character is
        '،' or '؛' or '؟' or (>= '\u0620' and <= '\u0655') or (>= '\u0660' and <= '\u066D') or (>= '\u0670' and <= '\u06D5')
        or (>= '\u06F0' and <= '\u06FF') or '\u200C';

    internal override Prose NetworkHeading => Prose.Of($"شبکه");

    internal override Prose ModelHeading => Prose.Of($"مدل");

    internal override Prose EquationsIntroduced => Prose.Of($"مدل با این رابطه‌ها داده شده است:");

    internal override Prose ActivationsHeading => Prose.Of($"تابع‌های فعال‌ساز");

    internal override Prose ActivationsIntroduced => Prose.Of($"مشتق‌ها از روی ضابطهٔ تابع‌ها به دست آمده و بر حسب خود تابع‌ها نوشته شده‌اند:");

    internal override Prose FunctionsMentioned => Prose.Of($"تابع‌های دیگری که در این رابطه‌ها آمده‌اند:");

    internal override Prose Kink(FunctionSymbol function, Kink kink) =>
        Prose.Of($"هنگامی که {Meaning.FreeArgument} برابر {kink.At.ToFormula()} است، مشتق {new Call(function, 0, [])} از {ValueOf(kink.Left)} به {ValueOf(kink.Right)} می‌جهد؛ در آن‌جا مقدار {ValueOf(kink.Derivative)} به کار می‌رود.");

    internal override Prose Borders => Prose.Of($"در نقطه‌هایی که دو ضابطهٔ یک تابع به هم می‌رسند، شاید مشتق دوم وجود نداشته باشد؛ این رابطه‌ها در میان این نقطه‌ها برقرارند.");

    internal override Prose Direction(Formula v, bool isOfWeights, IReadOnlyList<Formula> components, Formula u, Formula change) =>
        Prose.Of($"بردار {v} برای هر {(isOfWeights ? "وزن و هر بایاس" : "پارامتر")} یک مؤلفه دارد: {List([.. components.Select(component => Prose.Of($"{component}"))])}. تغییر کمیت {u} در راستای {v} را با {change} نشان می‌دهیم: مجموع مشتق‌های آن نسبت به همهٔ {(isOfWeights ? "وزن‌ها و بایاس‌ها" : "پارامترها")}، هر یک ضرب در مؤلفهٔ متناظر {v}. این همان عملگر پرل‌ماتر (۱۹۹۴) است؛ از اثر آن بر گرادیان، حاصل‌ضرب ماتریس هسی در {v} با دو گذر و بدون محاسبهٔ ماتریس هسی به دست می‌آید.");

    internal override Prose Parameters(IReadOnlyList<Symbol> parameters)
    {
        var letters = List([.. parameters.Select(symbol => Prose.Of($"{symbol}"))]);
        return parameters.Count == 1 ? Prose.Of($"حرف {letters} نمایندهٔ عددی معلوم است.") : Prose.Of($"حرف‌های {letters} نمایندهٔ عددهایی معلوم‌اند.");
    }

    internal override Prose Learned(IReadOnlyList<Symbol> parameters)
    {
        var letters = List([.. parameters.Select(symbol => Prose.Of($"{symbol}"))]);
        return parameters.Count == 1 ? Prose.Of($"پارامتری که آموخته می‌شود {letters} است.") : Prose.Of($"پارامترهایی که آموخته می‌شوند {letters} هستند.");
    }

    internal override Prose Describe(Network network)
    {
        var layers = network.Layers.Select((layer, l) => Prose.Of($"{Count(layer.Units)} نورون با تابع فعال‌ساز {NameOf(layer.Activation, l + 1)}")).ToList();
        return Prose.Of($"شبکه {Count(network.Inputs)} ورودی و {Count(network.Layers.Count)} لایه دارد: {Prose.List(layers, "، سپس ", layers.Count == 2 ? " و سپس " : " و سرانجام ")}.");
    }

    internal override Prose NetworkCaption(int figure) => Prose.Of($"شکل {figure}: شبکه.");

    internal override Prose PathsCaption(int figure, Symbol target, IReadOnlyList<PathColor> colors)
    {
        var paths = colors.Select((color, k) => Prose.Of($"{NameOf(k + 1)} به رنگ {NameOf(color)}")).ToList();
        return colors.Count == 1
            ? Prose.Of($"شکل {figure}: مسیر از {Symbol.Loss} به {target}، به رنگ {NameOf(colors[0])}.")
            : Prose.Of($"شکل {figure}: مسیرها از {Symbol.Loss} به {target}: {List(paths)}.");
    }

    internal override Prose Conventions(Notation notation, Model model)
    {
        var (l, i, j) = (Index.Of("l"), Index.Of("i"), Index.Of("j"));
        var (layer, z, a) = (Symbol.Named("l"), Symbol.PreActivation(l, j), Symbol.Activation(l, j));
        var activation = model.Functions.Count == 0 ? new Statement(a, []) : Statement.Equality(a, new Call(FunctionSymbol.OfLayer(l), 0, [z]));
        var signal = SignalOf(notation, model, l, j);
        return Prose.Of($"وزن {Symbol.Weight(l, i, j)} از نورون {Symbol.Named("i")} در لایهٔ {Formula.SumOf(layer, -Literal.One)} به نورون {Symbol.Named("j")} در لایهٔ {layer} می‌رود؛ لایهٔ {Literal.Zero} از ورودی‌های {Symbol.Input(i)} تشکیل شده است. مجموع وزن‌دار {z}، که بایاس {Symbol.Bias(l, j)} را نیز در بر دارد، وارد نورون می‌شود و فعال‌سازی {activation} از آن بیرون می‌آید. خروجی شبکه {Output(Role.Prediction)} است که با مقدار هدف {Output(Role.Target)} سنجیده می‌شود. سیگنال خطای نورون {signal} است.{Likewise(notation, signal, Symbol.Weight(l, i, j), Symbol.Bias(l, j))}");
    }

    // What else has a d before it, where δ is written so.
    private static Prose Likewise(Notation notation, Statement signal, Symbol w, Symbol b)
    {
        var other = OtherOf((Formulas.Derivative)signal.Links[0].Side);
        return notation.Derivatives == DerivativeStyle.Leibniz ? Prose.Of($"") : Prose.Of($" به همین ترتیب {new Formulas.Derivative(Symbol.Loss, w)} و {new Formulas.Derivative(Symbol.Loss, b)} مشتق‌های {Symbol.Loss} نسبت به {w} و {b} هستند و {other} مشتق {other.Of} نسبت به {other.By} است.");
    }

    internal override Prose NotationChanged(Notation notation, Model model) => Prose.Of($"از این‌جا به بعد نمادگذاری دیگری به کار می‌رود. {Conventions(notation, model)}");

    internal override Prose WholeLayers(Notation notation, Model model)
    {
        var isBatch = model.SampleCount > 0;
        var (l, i, j) = (Index.Of("l"), Index.Of("i"), Index.Of("j"));
        var (z, w, a) = (Symbol.Whole(Role.PreActivation, l, isBatch), Symbol.Whole(Role.Weight, l), Symbol.Whole(Role.Activation, l, isBatch));
        var isColumns = notation.Vectors == VectorLayout.Columns;
        var unit = Symbol.PreActivation(l, j);
        var (line, other) = isColumns ? ("ستون", "سطر") : ("سطر", "ستون");
        var vectors = isBatch
            ? Prose.Of($"{z} برای هر نمونه یک {line} دارد که در {other} {Symbol.Named("j")} آن {unit with { Sample = Index.Of("s") }} آمده است، و حرف‌های دیگر نیز چنین‌اند؛ {Symbol.Ones} ستونی است که برای هر نمونه یک {Literal.One} دارد؛")
            : Prose.Of($"{z} بردار {line}ی همهٔ {unit} است و حرف‌های دیگر نیز چنین‌اند؛");
        var whole = model.VectorFunctions.Count == 0 ? Prose.Of($"")
            : Prose.Of($" و {Prose.List([.. model.VectorFunctions.Values.Select(function => Prose.Of($"{function.Name}")).Distinct()], "، ", " و ")} بر هر {line}");
        return Prose.Of($"حرف‌های سیاه و حرف‌های بزرگ نمایندهٔ لایه‌های کامل‌اند: {vectors} {w} ماتریسی است که در سطر {Symbol.Named("i")} و ستون {Symbol.Named("j")} آن {notation.Layout.WeightAt(w, i, j)} آمده است. تابع بر تک‌تک درایه‌ها اثر می‌کند{whole}، {new Hadamard([a, z])} ضرب درایه به درایه است و در {new Transpose(w)} جای سطرها و ستون‌ها عوض شده است. مشتق تابع زیان، که به صورت {new Nabla(a, Symbol.Loss)} نیز نوشته می‌شود، هم‌شکل کمیتی است که نسبت به آن گرفته شده است. زیر نمادها شمار سطرها × ستون‌ها آمده است.");
    }

    internal override Prose QuestionHeading(int number, Formula derivative) => Prose.Of($"سؤال {number}: {derivative}");

    internal override Prose SectionHeading(Section section) => section.Kind switch
    {
        SectionKind.Definitions => Prose.Of($"تعریف‌ها"),
        SectionKind.LossFactors => Prose.Of($"مشتق تابع زیان"),
        SectionKind.ActivationFactors => Prose.Of($"مشتق فعال‌سازی‌ها"),
        SectionKind.SumFactors => Prose.Of($"مشتق مجموع‌های وزن‌دار"),
        SectionKind.QuantityFactors => Prose.Of($"مشتق کمیت‌ها"),
        SectionKind.ChainRule => Prose.Of($"قاعدهٔ زنجیره‌ای"),
        SectionKind.ErrorSignals => Prose.Of($"سیگنال‌های خطا"),
        SectionKind.Path => Prose.Of($"مسیر {Ordinal(section.PathNumber!.Value)}"),
        SectionKind.SumOverPaths => Prose.Of($"جمع روی مسیرها"),
        SectionKind.HessianRow => Prose.Of($"یک سطر ماتریس هسی"),
        SectionKind.FirstDerivative => Prose.Of($"مشتق اول"),
        SectionKind.QuantityChanges => Prose.Of($"تغییر کمیت‌ها"),
        SectionKind.SignalChanges => Prose.Of($"تغییر سیگنال‌های خطا"),
        SectionKind.SecondDerivative => Prose.Of($"مشتق دوم"),
        SectionKind.ActivationDerivatives => Prose.Of($"مشتق تابع‌های فعال‌ساز"),
        SectionKind.Result => Prose.Of($"نتیجه"),
        _ => throw new InvalidOperationException($"Unknown section {section.Kind}."),
    };

    internal override Prose? SectionIntroduced(Section section, Derivation derivation)
    {
        var target = derivation.Target;
        var loss = derivation.Of;
        var again = derivation.Again ?? target;
        return section.Kind switch
        {
            SectionKind.Definitions => Prose.Of($"کمیت‌هایی که پاسخ از آن‌ها ساخته می‌شود:"),
            SectionKind.LossFactors => Prose.Of($"از تابع زیان گام به گام مشتق می‌گیریم: از جمع‌ها جمله به جمله، از توان‌ها با قاعدهٔ مشتق توان و از آنچه درون آن‌هاست با قاعدهٔ زنجیره‌ای:"),
            SectionKind.ActivationFactors => Prose.Of($"هر فعال‌سازی تابعی از مجموع‌های وزن‌دار است و مشتق آن همان مشتق تابع است:"),
            SectionKind.SumFactors => Prose.Of($"در هر مجموع وزن‌دار تنها جمله‌ای اثر دارد که آن کمیت در آن آمده است؛ مشتق جمله‌های دیگر {Literal.Zero} است:"),
            SectionKind.QuantityFactors => Prose.Of($"از هر تعریف جداگانه مشتق می‌گیریم و کمیت‌های دیگر آن را ثابت نگه می‌داریم:"),
            SectionKind.ChainRule when derivation.PathCount > 1 || target.IsWhole => Prose.Of($"مشتق بر حسب آن‌ها چنین است:"),
            SectionKind.ChainRule => Prose.Of($"تنها یک مسیر از {loss} به {target} می‌رسد: {Course(derivation.Paths[0])}."),
            SectionKind.ErrorSignals when target.IsWhole => Prose.Of($"سیگنال‌های خطای لایه‌ها، از خروجی به سوی ورودی:"),
            SectionKind.ErrorSignals when derivation.IsGathered =>
                Prose.Of($"{Number((int)derivation.PathCount)} مسیر از {loss} به {target} می‌رسد. سیگنال‌های خطا آن‌ها را جمع می‌کنند:"),
            SectionKind.ErrorSignals when derivation.Paths.Count == 0 && target.Role == Role.Named =>
                Prose.Of($"{Many(derivation.PathCount)} مسیر از {loss} به {target} می‌رسد و نمی‌توان آن‌ها را یک به یک نوشت. مشتق‌ها بر حسب کمیت‌های میان راه این مسیرها را جمع می‌کنند:"),
            SectionKind.ErrorSignals when derivation.Paths.Count == 0 =>
                Prose.Of($"{Many(derivation.PathCount)} مسیر از {loss} به {target} می‌رسد و نمی‌توان آن‌ها را یک به یک نوشت. سیگنال‌های خطا این مسیرها را لایه به لایه جمع می‌کنند:"),
            SectionKind.ErrorSignals =>
                Prose.Of($"{Number(derivation.Paths.Count)} مسیر از {loss} به {target} می‌رسد. سهم هر مسیر حاصل‌ضربی جداگانه است که با یک خط عمودی و نام مسیر مشخص شده است؛ تنها جمع این سهم‌ها مشتق کامل را می‌دهد."),
            SectionKind.Path => Prose.Of($"مسیر {NameOf(section.PathNumber!.Value)} چنین است: {Course(derivation.Paths[section.PathNumber.Value - 1])}. سهم این مسیر:"),
            SectionKind.SumOverPaths => Prose.Of($"از جمع سهم همهٔ مسیرها، کل مشتق به دست می‌آید:"),
            SectionKind.ActivationDerivatives => Prose.Of($"مشتق‌هایی که در پاسخ آمده‌اند، به صورت صریح:"),
            SectionKind.HessianRow => Prose.Of($"آنچه خواسته شده است، حاصل‌ضرب سطر متناظر {target} از ماتریس هسی در بردار است:"),
            SectionKind.QuantityChanges when derivation.IsDirectional => Prose.Of($"از پارامترها به بالا، هر کمیت همراه با کمیت‌هایی که در تعریف آن آمده‌اند تغییر می‌کند:"),
            SectionKind.SignalChanges when derivation.IsDirectional => Prose.Of($"از {loss} به پایین، تغییر هر سیگنال خطا با قاعدهٔ مشتق حاصل‌ضرب، عامل به عامل، به دست می‌آید:"),
            SectionKind.SecondDerivative when derivation.IsDirectional => Prose.Of($"به همین روش، تغییر مشتق اول چنین است:"),
            SectionKind.Result when derivation.IsDirectional => Prose.Of($"با جای‌گذاری همهٔ این تغییرها داریم:"),
            SectionKind.FirstDerivative => Prose.Of($"مشتق نسبت به {target} به صورت کوتاه:"),
            SectionKind.QuantityChanges => Prose.Of($"از {again} به بالا، هر کمیت همراه با کمیت‌هایی که در تعریف آن آمده‌اند تغییر می‌کند:"),
            SectionKind.SignalChanges => Prose.Of($"از {loss} به پایین، از هر سیگنال خطا با قاعدهٔ مشتق حاصل‌ضرب، عامل به عامل، نسبت به {again} مشتق می‌گیریم:"),
            SectionKind.SecondDerivative => Prose.Of($"به همین روش از مشتق اول نسبت به {again} مشتق می‌گیریم:"),
            SectionKind.Result when derivation.Again is not null => Prose.Of($"با جای‌گذاری مشتق‌ها نسبت به {again} داریم:"),
            SectionKind.Result when target.Role == Role.Named => Prose.Of($"با جای‌گذاری همهٔ این‌ها داریم:"),
            SectionKind.Result => Prose.Of($"با جای‌گذاری همهٔ این‌ها، تا مجموع‌های وزن‌دار {Symbol.Named("z")}، داریم:"),
            _ => throw new InvalidOperationException($"Unknown section {section.Kind}."),
        };
    }

    internal override Prose Recalled(IReadOnlyList<(Formula Signal, int Equation)> signals) =>
        Prose.Of($"از پیش می‌دانیم: {List([.. signals.Select(signal => Prose.Of($"{signal.Signal} از رابطهٔ {new EquationReference(signal.Equation)}"))])}.");

    internal override Prose Describe(Samples samples)
    {
        var whole = samples.Reduction == Reduction.Mean ? Prose.Of($"میانگین") : Prose.Of($"مجموع");
        return Prose.Of($"{samples.Count} نمونه داریم؛ عددی که به‌عنوان آخرین نشان در پرانتز روی یک کمیت می‌آید شمارهٔ نمونهٔ آن است. وزن‌ها و بایاس‌ها برای همهٔ نمونه‌ها یکسان‌اند. زیان {Symbol.Loss} {whole} زیان‌های {SampleLoss} نمونه‌هاست.");
    }

    internal override Prose Given(Statement given) => Prose.Of($"مقدارهای هدف در {given} صدق می‌کنند؛ پس:");

    internal override Prose Independent(Derivation derivation) => Prose.Of($"{derivation.Of} به {derivation.Target} وابسته نیست.");

    internal override Prose FoundDerivativesHeading => Prose.Of($"به دست آوردن مشتق‌ها");

    internal override Prose FunctionHeading(Activation activation, IReadOnlyList<FunctionSymbol> names)
    {
        var list = List([.. names.Select(name => Prose.Of($"{new Call(name, 0, [])}"))]);
        var functions = names.Count == 1 ? Prose.Of($"تابع {list}") : Prose.Of($"تابع‌های {list}");
        return activation.IsFormula ? functions : Prose.Of($"{functions} ({activation.Name})");
    }

    internal override Prose FoundPartIntroduced(FoundPart part, FoundDerivative found) => part switch
    {
        FoundPart.Definition => Prose.Of($"ضابطهٔ تابع چنین است:"),
        FoundPart.Parts => Prose.Of($"نخست مشتق اجزای آن را می‌گیریم:"),
        FoundPart.Pieces => Prose.Of($"مشتق در هر تکه چنین است:"),
        FoundPart.Whole => found.Rule switch
        {
            DifferentiationRule.Sum => Prose.Of($"با مشتق‌گیری جمله به جمله داریم:"),
            DifferentiationRule.Product => Prose.Of($"طبق قاعدهٔ مشتق حاصل‌ضرب داریم:"),
            DifferentiationRule.Quotient => Prose.Of($"طبق قاعدهٔ مشتق خارج‌قسمت داریم:"),
            DifferentiationRule.Power => Prose.Of($"طبق قاعدهٔ مشتق توان داریم:"),
            DifferentiationRule.Chain => Prose.Of($"طبق قاعدهٔ زنجیره‌ای داریم:"),
            null when found.Activation.IsPiecewise => Prose.Of($"پس مشتق تابع چنین است:"),
            null => Prose.Of($"مشتق تابع چنین است:"),
            _ => throw new InvalidOperationException($"Unknown rule {found.Rule}."),
        },
        _ => throw new InvalidOperationException($"Unknown part {part}."),
    };

    internal override Prose NumbersHeading => Prose.Of($"محاسبهٔ عددی");

    internal override Prose HeadingOf(NumberPart part) => part switch
    {
        NumberPart.Forward => Prose.Of($"گذر رو به جلو"),
        NumberPart.Backward => Prose.Of($"سیگنال‌های خطا"),
        NumberPart.Derivatives => Prose.Of($"مشتق‌های خواسته‌شده"),
        NumberPart.Update => Prose.Of($"گام به‌روزرسانی"),
        NumberPart.Training => Prose.Of($"آموزش"),
        _ => throw new InvalidOperationException($"Unknown part {part}."),
    };

    internal override Prose NumbersIntroduced(IReadOnlyList<Statement> given, DigitsShown digits)
    {
        var start = given.Count == 0 ? Prose.Of($"مقدارها همان‌هایی هستند که در پروندهٔ شبکه داده شده‌اند.") : Prose.Of($"مقدارهای داده‌شده: {List([.. given.Select(value => Prose.Of($"{value}"))])}.");
        var count = digits.AreSignificant ? Prose.Of($"{digits.Count} رقم بامعنا") : Prose.Of($"{digits.Count} رقم اعشار");
        return Prose.Of($"{start} همهٔ محاسبه‌ها با عددهای گردنشده انجام شده است؛ آنچه نوشته شده تا {count} گرد شده است و نیمه‌ها به سوی دور از صفر.");
    }

    internal override Prose RoundingsNoted(IReadOnlyList<int> equations) =>
        Prose.Of($"عددهای نوشته‌شده در {References(equations)} تا رقم آخر با نتیجه جور نیستند: آن‌ها گرد شده‌اند و نتیجه از عددهای گردنشده به دست آمده است.");

    internal override Prose SaturationNoted(IReadOnlyList<int> equations) =>
        Prose.Of($"در {References(equations)} نورونی اشباع شده است: فعال‌سازی آن چنان به حد خود نزدیک است که رقم‌های کمتری از نتیجه، یا هیچ رقمی، از {Literal.Zero} بازشناخته نمی‌شود.");

    internal override Prose UpdateIntroduced(Statement step, bool updatesBiases)
    {
        var biases = updatesBiases ? "" : " بایاس‌ها تغییر نمی‌کنند.";
        return Prose.Of($"همهٔ پارامترها با هم به‌روز می‌شوند، هر یک با {step} و با مشتق‌ها در مقدارهای پیشین.{biases}");
    }

    internal override Prose TrainingDiverged(int epoch) => Prose.Of($"در دور {epoch} عددها بی‌کران بزرگ می‌شوند؛ نرخ یادگیری بیش از اندازه بزرگ است.");

    internal override Prose ColumnHeading(NumberColumn column) => column switch
    {
        NumberColumn.Parameter => Prose.Of($"پارامتر"),
        NumberColumn.Old => Prose.Of($"پیشین"),
        NumberColumn.Derivative => Prose.Of($"مشتق"),
        NumberColumn.New => Prose.Of($"تازه"),
        NumberColumn.Epoch => Prose.Of($"دور"),
        _ => throw new InvalidOperationException($"Unknown column {column}."),
    };

    private static Prose References(IReadOnlyList<int> equations) =>
        List([.. equations.Select(equation => Prose.Of($"رابطهٔ {new EquationReference(equation)}"))]);

    internal override Prose Audit(int proved, int tested, double? largestError, double? largestSecondError)
    {
        var equalities = tested == 0
            ? Prose.Of($"شمار تساوی‌های این برگه {proved} است و همه اثبات شده‌اند {Mark.Proved}")
            : Prose.Of($"شمار تساوی‌های این برگه {proved + tested} است: {proved} تساوی اثبات شده است {Mark.Proved} و {tested} تساوی در نقطه‌های تصادفی آزموده شده است {Mark.Tested}");
        var first = largestError is { } error ? Prose.Of($" اختلاف مشتق‌های خواسته‌شده با تفاضل‌های متناهی تابع زیان از {Scientific(error)} بیشتر نیست.") : Prose.Of($"");
        var second = largestSecondError is { } other ? Prose.Of($" اختلاف مشتق‌های دوم با تفاضل‌های متناهی مشتق‌های اول از {Scientific(other)} بیشتر نیست.") : Prose.Of($"");
        return Prose.Of($"{equalities}.{first}{second}");
    }

    // What becomes of the numbers that LaTeX itself writes.
    private static string MappingOf(DigitSet digits) => digits == DigitSet.Persian ? "farsidigits" : "tex-text";

    private static Prose NameOf(IActivation activation, int layer) =>
        activation.IsFormula ? Prose.Of($"{new Call(FunctionSymbol.OfLayer(layer), 0, [])}") : Prose.Of($"{activation.Name}");

    private static string NameOf(PathColor color) => color switch
    {
        PathColor.Blue => "آبی",
        PathColor.Red => "قرمز",
        PathColor.Green => "سبز",
        PathColor.Pink => "صورتی",
        PathColor.Orange => "نارنجی",
        PathColor.LightBlue => "آبی روشن",
        PathColor.Brown => "قهوه‌ای",
        PathColor.Violet => "بنفش",
        _ => throw new InvalidOperationException($"Unknown colour {color}."),
    };

    private static Symbol Output(Role role) => new(role, null, []);

    private static Prose List(IReadOnlyList<Prose> items) => Prose.List(items, "، ", " و ");

    private static Prose Count(int count) => count == 1 ? Prose.Of($"{Numbers[1]}") : Prose.Of($"{count}");

    private static Prose Ordinal(int number) => number <= Ordinals.Length ? Prose.Of($"{Ordinals[number - 1]}") : Prose.Of($"{number}ام");

    private static Prose Number(int count) => count < Numbers.Length ? Prose.Of($"{Numbers[count]}") : Prose.Of($"{count}");

    // A count that nobody would read digit by digit is given by the power of ten below it.
    private static Prose Many(BigInteger count) => count < 1_000_000
        ? Prose.Of($"{(int)count}")
        : Prose.Of($"بیش از {new Power(new Literal(10), new Literal(count.ToString(CultureInfo.InvariantCulture).Length - 1))}");
}
