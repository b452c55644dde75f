namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>
/// Reads on what is left of a body that is refused, and keeps none of it. A client that reads only when it has sent all would
/// meet a closed connection; one that asks first is told at once.
/// </summary>
internal static class BodyDrain
{
    // So much more is read than may be taken, and for so long.
    private const int Most = 64 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static async Task Run(HttpRequest request, CancellationToken aborted)
    {
        if (request.Headers.Expect.Count > 0)
        {
            return;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        late.CancelAfter(Longest);
        try
        {
            for (var drained = 0L; drained < Most;)
            {
                var read = await request.BodyReader.ReadAsync(late.Token);
                drained += read.Buffer.Length;
                request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception unread) when (unread is IOException or InvalidOperationException or OperationCanceledException)
        {
            // Nothing more can be read, or not soon: the refusal stands.
        }
    }
}
