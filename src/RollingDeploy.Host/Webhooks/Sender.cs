using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Webhooks;

/// <summary>
/// Sends requests until they are accepted with a status 2xx or given up. The time between two attempts grows from half a second
/// to half a minute. A redirect is not followed, and counts as a failure.
/// </summary>
internal sealed partial class Sender : IDisposable
{
    /// <summary>The time in which a receiver must answer.</summary>
    public static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(10);

    // Most requests that are under way when the host stops are still answered.
    private static readonly TimeSpan LastAnswerLimit = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private static readonly ResiliencePropertyKey<Trial> OfTrial = new("trial");

    private readonly TimeProvider _time;
    private readonly ILogger<Sender> _logger;
    private readonly ResiliencePipeline _attempt;
    private readonly HttpClient _client;
    private int _resting;

    public Sender(IOptions<RollingDeployOptions> options, TimeProvider time, ILogger<Sender> logger)
    {
        (_time, _logger) = (time, logger);
        _attempt = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(AttemptLimit).Build();
        var handler = new AllowedServers(options.Value.ForwardTargets).Handler();
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.TryAddWithoutValidation(Loop.Header, Loop.Name);
    }

    /// <summary>The number of events that were refused and wait until they are sent again.</summary>
    public int Resting => Volatile.Read(ref _resting);

    /// <summary>Returns how requests to a receiver are sent.</summary>
    public ResiliencePipeline PipelineOf(Receiver receiver) => new ResiliencePipelineBuilder { TimeProvider = _time }
        .AddTimeout(receiver.GiveUp)
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstDelay,
            MaxDelay = LongestDelay,
            UseJitter = true,
            OnRetry = retry =>
            {
                TellFirst(retry, receiver);
                Rest(retry.Context.Properties.GetValue(OfTrial, null!), true);
                return default;
            },
        })
        .Build();

    /// <summary>Sends requests one after the other. Returns how many were accepted before one was given up.</summary>
    /// <param name="pipeline">How they are sent.</param>
    /// <param name="requests">Makes each request, once for each attempt.</param>
    /// <param name="what">The event, for the log.</param>
    /// <param name="stopping">Canceled when the host stops.</param>
    public async Task<int> Send(
        ResiliencePipeline pipeline, IReadOnlyList<Func<HttpRequestMessage>> requests, string what, CancellationToken stopping)
    {
        var accepted = 0;
        var context = ResilienceContextPool.Shared.Get(stopping);
        var trial = new Trial(what);
        context.Properties.Set(OfTrial, trial);
        try
        {
            await pipeline.ExecuteAsync(
                async context =>
                {
                    Rest(trial, false);
                    for (; accepted < requests.Count; accepted++)
                    {
                        await _attempt.ExecuteAsync(
                            late => Post(requests[accepted], late, stopping), context.CancellationToken);
                    }
                },
                context);
        }
        catch (TimeoutRejectedException)
        {
            // It is given up.
        }
        finally
        {
            Rest(trial, false);
            ResilienceContextPool.Shared.Return(context);
        }

        return accepted;
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask Post(Func<HttpRequestMessage> make, CancellationToken late, CancellationToken stopping)
    {
        using var end = new CancellationTokenSource();
        using var ends = late.Register(
            () => end.CancelAfter(stopping.IsCancellationRequested ? LastAnswerLimit : TimeSpan.Zero));
        using var request = make();
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"It answered {(int)response.StatusCode}.");
        }
    }

    private void Rest(Trial trial, bool rests)
    {
        if (trial.IsResting != rests)
        {
            trial.IsResting = rests;
            Interlocked.Add(ref _resting, rests ? 1 : -1);
        }
    }

    private void TellFirst(OnRetryArguments<object> retry, Receiver receiver)
    {
        if (retry.AttemptNumber == 0)
        {
            var why = retry.Outcome.Exception is TimeoutRejectedException
                ? $"It did not answer in {AttemptLimit.TotalSeconds} s."
                : retry.Outcome.Exception!.GetBaseException().Message;
            var what = retry.Context.Properties.GetValue(OfTrial, null!).What;
            Log.Refused(_logger, receiver.Name, what, why, receiver.GiveUp.TotalSeconds);
        }
    }

    // One event, from the first attempt to the last.
    private sealed class Trial(string what)
    {
        public string What => what;

        public bool IsResting { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Warning, "The {Receiver} has not accepted {What}. {Why} RollingDeploy tries again for {Seconds} s.")]
        public static partial void Refused(ILogger logger, string receiver, string what, string why, double seconds);
    }
}
