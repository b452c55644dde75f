using System.Reflection;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Recorded;

/// <summary>
/// One fixed story, played through HTTP, is answered byte for byte as it was before what happened came from one log. The files in
/// Answers were recorded from the code of commit c912767, the last one in which endpoints, alarms and scaling each wrote their
/// own journal. They show that a change of the insides is none to the outside, so never record them anew to make a change pass:
/// where an answer is meant to change, edit the lines by hand and say why in the commit.
/// </summary>
public sealed class RecordedStoryTests(RecordedStoryTests.Played played) : IClassFixture<RecordedStoryTests.Played>
{
    private static readonly string Answers = typeof(RecordedStoryTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RecordedAnswers").Value!;

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Answers).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Story_PlayedAgain_IsAnsweredAsRecorded(string file)
    {
        var recorded = await File.ReadAllTextAsync(Path.Combine(Answers, file));

        var answered = played.Kept.GetValueOrDefault(file);

        answered.Should().NotBeNull($"the story keeps an answer as {file}");
        Difference(recorded, answered!).Should().BeNull($"{file} was recorded and the story is the same");
    }

    [Fact]
    public void Story_PlayedAgain_KeepsTheRecordedFiles() =>
        played.Kept.Keys.Should().BeEquivalentTo(Files.Select(row => row.Data), "each answer that the story keeps is compared with its file");

    [Theory]
    [InlineData("a\nb\n", "a\nb\n", null)]
    [InlineData("a\nb\n", "a\nc\n", "line 2: recorded \"b\", answered \"c\"")]
    [InlineData("a\n", "a\nb\n", "line 2: recorded \"\", answered \"b\"")]
    [InlineData("a\nb\n", "a\n", "line 2: recorded \"b\", answered \"\"")]
    [InlineData("a\n", "a", "line 2: recorded \"\", answered nothing")]
    public void Difference_OfTwoTexts_NamesTheFirstLine(string recorded, string answered, string? expected) =>
        Difference(recorded, answered).Should().Be(expected);

    private static string? Difference(string recorded, string answered)
    {
        var (before, now) = (recorded.Split('\n'), answered.Split('\n'));
        for (var line = 0; line < Math.Max(before.Length, now.Length); line++)
        {
            var (was, @is) = (before.ElementAtOrDefault(line), now.ElementAtOrDefault(line));
            if (was != @is)
            {
                return $"line {line + 1}: recorded {Quoted(was)}, answered {Quoted(@is)}";
            }
        }

        return null;
    }

    private static string Quoted(string? line) => line is null ? "nothing" : $"\"{line}\"";

    /// <summary>
    /// The story, played once, by an account that no other test has: ids and chance go by the account's number.
    /// </summary>
    public sealed class Played(TestHost host) : IAsyncLifetime
    {
        public IReadOnlyDictionary<string, string> Kept { get; private set; } = new Dictionary<string, string>();

        public async ValueTask InitializeAsync()
        {
            var story = new Telling(new Account(host, "222200002222"));
            await Guarded.Begins(story);
            await Guarded.Succeeds(story);
            await Guarded.RollsBack(story);
            await Guarded.SetsAlarms(story);
            await Guarded.MeetsFaults(story);
            await Scaling.ScalesAVariant(story);
            await Scaling.DeploysAComponent(story);
            await Scaling.BeginsElsewhere(story);
            await Scaling.Ends(story);
            Kept = story.Kept;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
