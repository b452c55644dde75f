namespace RollingDeploy.Host.Control;

/// <summary>Marks a route that does not wait for a leap: the leap makes way for it.</summary>
internal sealed class MakesLeapsGiveWay;

/// <summary>In mode skip, a call to our own routes first completes the leap, as calls of AWS's operations do.</summary>
internal static class LeapFirst
{
    public static async ValueTask<object?> Invoke(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<MakesLeapsGiveWay>() is null
            && context.Arguments.OfType<Partition>().FirstOrDefault() is { } partition)
        {
            await partition.ForReading.CompleteLeap(http.RequestAborted);
        }

        return await next(context);
    }
}
