using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Control;

/// <summary>Lets an answer of our own routes leave only when everything that it shows is kept.</summary>
internal static class KeptFirst
{
    public static async ValueTask<object?> Invoke(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var journal = context.HttpContext.RequestServices.GetRequiredService<Worlds>().Journal;
        var kept = await journal.Wait();
        journal.Begin(kept);
        try
        {
            return await next(context);
        }
        finally
        {
            // What a stream sends was kept before.
            if (!context.HttpContext.Response.HasStarted)
            {
                await journal.Kept(kept);
            }
        }
    }
}
