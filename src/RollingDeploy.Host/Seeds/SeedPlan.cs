using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Seeds.Answers;
using RollingDeploy.Host.Seeds.Files;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Seeds;

/// <summary>The calls of all seed files: first those for AWS's answers, then the others in the order of the files.</summary>
/// <param name="Files">The number of files.</param>
/// <param name="Calls">The calls.</param>
/// <param name="LeftOut">Lines about what is not loaded.</param>
internal sealed record SeedPlan(int Files, IReadOnlyList<SeedCall> Calls, IReadOnlyList<string> LeftOut)
{
    public static readonly SeedPlan Empty = new(0, [], []);

    /// <summary>The accounts that the seeds fill, sorted.</summary>
    public IEnumerable<string> Accounts => Calls.Select(call => call.Account).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Reads the files.</summary>
    /// <exception cref="Hosting.Settings.StartUpException">A file has a mistake.</exception>
    public static SeedPlan Read(IReadOnlyList<SeedFile> files, IEnumerable<Service> services, RollingDeployOptions settings)
    {
        var leftOut = new LeftOut();
        var answers = new AnswerReader(services, new(settings.SeedAccount, settings.SeedRegion), leftOut);
        var calls = new CallReader(services, settings.Account);
        List<SeedCall> made = [];
        foreach (var file in files)
        {
            foreach (var entry in file.Read())
            {
                var place = new SeedPlace(file.Path, entry.Line);
                if (entry is not SeedObject found)
                {
                    throw place.Mistake($"This is {entry.Noun}; a call or an answer of AWS is an object.");
                }

                if (CallReader.IsCall(found))
                {
                    made.Add(calls.Read(file.Path, found));
                }
                else if (!answers.Take(file.Path, found))
                {
                    throw place.Mistake(Odd(found));
                }
            }
        }

        return new(files.Count, [.. answers.Calls(), .. made], [.. leftOut.Lines()]);
    }

    private static string Odd(SeedObject entry) =>
        $"This is neither a call nor an answer of AWS that can be loaded: it has {(entry.Members.Count == 0 ? "no members" : Excerpt.Of(Choice.AllOf([.. entry.Members.Keys.Take(4)])))}. "
        + "A call has service, operation and input, or route and body.";
}
