using System.Collections.Immutable;

namespace RollingDeploy.Core.Kernel;

/// <summary>Sums of immutable arrays. Those of LINQ allocate an enumerator and a copy of the structure each time.</summary>
internal static class ArraySums
{
    /// <summary>Returns the sum of a number of each element.</summary>
    public static int Sum<T>(this ImmutableArray<T> array, Func<T, int> number)
    {
        var sum = 0;
        foreach (var each in array)
        {
            sum += number(each);
        }

        return sum;
    }

    /// <summary>Returns the sum of a number of each element, added in order.</summary>
    public static double Sum<T>(this ImmutableArray<T> array, Func<T, double> number)
    {
        var sum = 0.0;
        foreach (var each in array)
        {
            sum += number(each);
        }

        return sum;
    }
}
