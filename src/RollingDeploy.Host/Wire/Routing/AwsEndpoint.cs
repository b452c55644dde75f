using System.Diagnostics;

namespace RollingDeploy.Host.Wire.Routing;

/// <summary>Answers AWS requests that arrive at the web server. The gateway behind it knows nothing of the web server.</summary>
internal sealed partial class AwsEndpoint(Gateway gateway, IEnumerable<ICallLog> logs, ILogger<AwsEndpoint> logger)
{
    private readonly ICallLog[] _logs = [.. logs];

    public Gateway Gateway => gateway;

    public async Task Handle(HttpContext http)
    {
        var began = Stopwatch.GetTimestamp();
        var request = http.ToRequest();
        Reply? reply = null;
        try
        {
            reply = await gateway.Answer(request, http.RequestAborted);
            await reply.Send(http);
        }
        catch (Exception gone) when (Gateway.IsGone(gone, http.RequestAborted))
        {
            Log.Aborted(logger, gone, http.Request.Path);
        }
        finally
        {
            // Logged after the response is sent, so that the caller does not wait for the log.
            if (reply is not null)
            {
                Array.ForEach(_logs, log => log.Write(request, reply, began));
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Debug, "The caller of {Path} closed the connection")]
        public static partial void Aborted(ILogger logger, Exception gone, string path);
    }
}
