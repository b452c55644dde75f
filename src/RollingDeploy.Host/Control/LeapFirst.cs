namespace RollingDeploy.Host.Control;

/// <summary>Marks a route that does not wait for a leap. A leap that is in progress stops for it.</summary>
internal sealed class MakesLeapsGiveWay;

/// <summary>In the mode skip, completes the leap before a call to our own routes, as before a call to an AWS operation.</summary>
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
