using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Tests.Events;

/// <summary>The table of kinds has all of them, because settings name kinds.</summary>
public sealed class EventWordsTests
{
    private static readonly Type[] WithSeveral = [typeof(DeploymentProgressed), typeof(ActivityBegan)];

    public static TheoryData<Type> Types => [.. typeof(EventData).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(EventData)) && !type.IsAbstract && !WithSeveral.Contains(type))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Kind_OfAnEvent_IsInTheTable(Type type) =>
        EventWords.All.Should().Contain(((EventData)RuntimeHelpers.GetUninitializedObject(type)).Kind);

    [Fact]
    public void Lines_OfJournals_AreInTheTable()
    {
        // Each is made as new("bakeStarted", …) or new JournalLine("bakeStarted", …), in these folders only.
        string[] folders = ["Deployments", "Endpoints"];
        var words = folders
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, "src", "RollingDeploy.Core", folder), "*.cs"))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "new(?: JournalLine)?\\(\\s*\"([a-z][A-Za-z]+)\",\\s*(?:\\$?\"[A-Z{]|why|failure|reason|denied|Failure)"))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();

        words.Should().HaveCountGreaterThan(20);
        EventWords.All.Should().Contain(words);
    }
}
