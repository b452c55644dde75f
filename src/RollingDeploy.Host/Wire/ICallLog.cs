namespace RollingDeploy.Host.Wire;

/// <summary>Logs the calls of AWS operations.</summary>
internal interface ICallLog
{
    /// <param name="request">The request, with what is known about it.</param>
    /// <param name="reply">The response.</param>
    /// <param name="began">
    /// The time at which the request arrived, from <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>.
    /// </param>
    void Write(Request request, Reply reply, long began);
}
