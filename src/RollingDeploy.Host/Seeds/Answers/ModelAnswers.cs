using RollingDeploy.Host.Seeds.Files;

namespace RollingDeploy.Host.Seeds.Answers;

/// <summary>Makes models from answers of DescribeModel.</summary>
internal sealed class ModelAnswers(Operations operations, Destination destination, LeftOut leftOut)
{
    public const string ModelArn = "ModelArn";

    private const string Source = "ModelDataSource";

    public SeedCall Model(Source answer)
    {
        leftOut.Members(Projection.Unknown(answer.Object, operations.OutputOf("DescribeModel"), "DescribeModel"));
        return operations.Call("CreateModel", answer with { Object = WithGivenData(answer.Object) }, destination.Of(answer, ModelArn));
    }

    private static SeedObject WithGivenData(SeedObject model) => Changed(model, (name, member) => (name, member) switch
    {
        ("PrimaryContainer", SeedObject container) => WithGivenContainer(container),
        ("Containers", SeedList list) => new SeedList(
            list.Line, [.. list.Items.Select(item => item is SeedObject container ? WithGivenContainer(container) : item)]),
        _ => member,
    });

    // AWS adds a ModelDataSource to the answer for a container that was created with a ModelDataUrl.
    private static SeedObject WithGivenContainer(SeedObject container) =>
        container.Find("ModelDataUrl") is null || container.Find(Source) is null
            ? container
            : Changed(container, (name, member) => name == Source ? null : member);

    private static SeedObject Changed(SeedObject node, Func<string, SeedNode, SeedNode?> change) => new(node.Line, node.Members
        .Select(member => (Name: member.Key, Value: change(member.Key, member.Value)))
        .Where(member => member.Value is not null)
        .ToDictionary(member => member.Name, member => member.Value!, StringComparer.Ordinal));
}
