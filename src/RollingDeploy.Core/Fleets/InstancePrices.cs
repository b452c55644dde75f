using System.Globalization;

namespace RollingDeploy.Core.Fleets;

/// <summary>
/// Prices of real-time inference in us-east-1, in US dollars per instance and hour. They are from AWS's on-demand list
/// (https://aws.amazon.com/sagemaker/pricing/), as most public projects with such a table quote it. Types without a clear
/// majority are left out. If few projects quote a type (r5, inf2, trn1, p5), its price is from a table that agrees with the other
/// prices here. Prices change; in particular, the P families became cheaper in the middle of 2025.
/// </summary>
public static class InstancePrices
{
    private static readonly Dictionary<string, double> Known = new (string Family, string Prices)[]
    {
        ("m5", "large 0.115, xlarge 0.23, 2xlarge 0.461, 4xlarge 0.922, 12xlarge 2.765, 24xlarge 5.53"),
        ("c5", "large 0.102, xlarge 0.204, 2xlarge 0.408, 4xlarge 0.816, 9xlarge 1.836"),
        ("g4dn", "xlarge 0.7364, 2xlarge 0.94, 4xlarge 1.505, 8xlarge 2.72, 12xlarge 4.89, 16xlarge 5.44"),
        ("g5", "xlarge 1.408, 2xlarge 1.515, 4xlarge 2.03, 8xlarge 3.06, 12xlarge 7.09, 16xlarge 5.12, 24xlarge 10.18"),
        ("g5", "48xlarge 20.36"),
        ("t2", "medium 0.056"),
        ("r5", "large 0.151, xlarge 0.302, 2xlarge 0.605, 4xlarge 1.21"),
        ("g6", "2xlarge 1.222, 4xlarge 1.654, 12xlarge 5.752, 16xlarge 4.246, 24xlarge 8.344, 48xlarge 16.688"),
        ("inf2", "xlarge 0.99, 8xlarge 2.36, 24xlarge 7.79, 48xlarge 15.58"),
        ("trn1", "32xlarge 28.497"),
        ("p3", "2xlarge 3.825, 8xlarge 14.688, 16xlarge 28.152"),
        ("p4d", "24xlarge 37.688"),
        ("p5", "48xlarge 113.068"),
    }.SelectMany(family => family.Prices.Split(", "), (family, price) => Row(family.Family, price.Split(' ')))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The date of the prices: the end of 2024.</summary>
    public static DateOnly AsOf { get; } = new(2024, 12, 31);

    /// <summary>
    /// Returns the US dollars per hour of <paramref name="instanceType"/> (in lower case); null if they are not known.
    /// </summary>
    public static double? Of(string instanceType) => Known.TryGetValue(instanceType, out var dollars) ? dollars : null;

    private static (string Type, double Dollars) Row(string family, string[] price) =>
        ($"ml.{family}.{price[0]}", double.Parse(price[1], CultureInfo.InvariantCulture));
}
