using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Benchmarks;

/// <summary>
/// What it costs to keep the state in a file: the CPU time of writes by 16 callers, without a socket, and the start after a
/// crash.
/// </summary>
internal static class KeptState
{
    private const int Callers = 16;
    private const int Writes = 50_000;

    public static void Print()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(folder, "state");
        try
        {
            // Until the code that runs is the optimized one.
            CpuOfWrites(null, 0);
            CpuOfWrites(Path.Combine(folder, "warm"), 0);
            var inMemory = CpuOfWrites(null, 1).Microseconds;
            var (kept, commits) = CpuOfWrites(path, 1);
            Console.WriteLine(FormattableString.Invariant(
                $"a write by one of {Callers} callers: {inMemory:0.0} µs of CPU in memory, {kept:0.0} µs with a state file, {kept / inMemory:0.00} times; {(double)Writes / commits:0.0} commands in a commit"));
            PrintStart(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The file has no snapshot, because the host was not stopped, and the commands of both rounds.
    private static void PrintStart(string path)
    {
        CpuOfWrites(path, 2);
        using var host = Build(path);
        var worlds = host.GetRequiredService<Host.Hosting.Worlds>();
        var start = Stopwatch.GetTimestamp();
        worlds.Restore();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var commands = worlds.Journal.Store!.ReadAfter("000000000000", 0).Count();
        Console.WriteLine(FormattableString.Invariant($"start with {commands:N0} commands to run again: {seconds:0.000} s"));
    }

    private static (double Microseconds, long Commits) CpuOfWrites(string? path, int round)
    {
        using var host = Build(path);
        var worlds = host.GetRequiredService<Host.Hosting.Worlds>();
        worlds.Restore();

        // Snapshots while it runs would be measured too, and would leave less to run again.
        worlds.Journal.SnapshotWanted = null;
        var gateway = host.GetRequiredService<Gateway>();
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var (before, groups) = (process.TotalProcessorTime, worlds.Journal.Groups);
        Task.WaitAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = caller; i < Writes; i += Callers)
            {
                await Write(gateway, $"m-{round}-{i}");
            }
        })).ToArray());
        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalMicroseconds / Writes, worlds.Journal.Groups - groups);
    }

    private static async Task Write(Gateway gateway, string model)
    {
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"ModelName":"{{{model}}}","PrimaryContainer":{"Image":"111122223333.dkr.ecr.us-east-1.amazonaws.com/image:1"},"ExecutionRoleArn":"arn:aws:iam::111122223333:role/role"}""");
        IHeaderDictionary headers = new HeaderDictionary();
        (headers.ContentLength, headers.ContentType) = (body.Length, "application/x-amz-json-1.1");
        headers["X-Amz-Target"] = "SageMaker.CreateModel";
        var head = new RequestHead("POST", "/", QueryString.Empty, headers);
        var reply = await gateway.Answer(new(head, PipeReader.Create(new(body))), CancellationToken.None);
        if (reply.Status != StatusCodes.Status200OK)
        {
            throw new InvalidOperationException("The model was refused.");
        }
    }

    private static ServiceProvider Build(string? path) => Gateways.Build(
        SageMakerService.Create(), ("RollingDeploy:StatePath", path), ("RollingDeploy:Clock:Mode", "frozen"));
}
