using System.Text;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>Sends bodies to a world, and holds the answer and the world afterwards against what is promised.</summary>
internal sealed class Trial(Stage stage, bool isReading)
{
    private const int Shown = 3;

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public int Taken { get; private set; }

    public async Task Try(Sending sending, int seed)
    {
        // One defect breaks hundreds of bodies; a few of them tell it.
        if (_problems.Count >= Shown)
        {
            return;
        }

        var answer = await stage.Send(sending);
        var isTaken = answer.Status == 200;
        Taken += isTaken ? 1 : 0;
        var problem = Verdict.Of(answer);
        var hasChanged = StatePrinter.Hash(stage.World) != stage.Prepared;
        if (hasChanged)
        {
            problem ??= !isTaken || isReading ? await Difference(sending) : null;
            await Renew();
        }

        if (problem is not null)
        {
            _problems.Add($"seed {seed}: {problem}\nto {sending.Target ?? sending.Path} {Short(Encoding.UTF8.GetString(sending.Body), 2000)}");
        }
    }

    // Bodies share a world until one is taken that changes it; then it is made again, and must come out the same.
    private async Task Renew()
    {
        var before = stage.Prepared;
        await stage.Prepare();
        stage.Prepared.Should().Be(before, "the same calls make the same world");
    }

    private async Task<string> Difference(Sending sending)
    {
        await stage.Prepare();
        var before = StatePrinter.Lines(stage.World);
        var answer = await stage.Send(sending);
        var after = StatePrinter.Lines(stage.World);
        var changes = before.Except(after).Take(5).Select(line => $"- {line}").Concat(after.Except(before).Take(5).Select(line => $"+ {line}"));
        return $"status {answer.Status}, yet the world has changed:\n{string.Join('\n', changes)}\n{answer.Text}";
    }

    private static string Short(string text, int most) => text.Length <= most ? text : $"{text[..most]}... ({text.Length} characters)";
}
