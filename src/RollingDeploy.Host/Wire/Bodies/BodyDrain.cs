using System.IO.Pipelines;

namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>
/// Reads and discards the rest of a body that is refused. Otherwise, a client that reads the response only after it has sent the
/// whole body would find a closed connection. A client that sends <c>Expect: 100-continue</c> gets the response at once.
/// </summary>
internal static class BodyDrain
{
    // The most bytes that are discarded, and the time limit.
    private const int Most = 64 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static async Task Run(IHeaderDictionary headers, PipeReader incoming, CancellationToken aborted)
    {
        if (headers.Expect.Count > 0)
        {
            return;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        late.CancelAfter(Longest);
        try
        {
            for (var drained = 0L; drained < Most;)
            {
                var read = await incoming.ReadAsync(late.Token);
                drained += read.Buffer.Length;
                incoming.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception unread) when (unread is IOException or InvalidOperationException or OperationCanceledException)
        {
            // The rest cannot be read in time. The request is refused anyway.
        }
    }
}
