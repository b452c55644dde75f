using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Core.Tests.Documents;

/// <summary>
/// Every type of command and of event data, found by reflection, is written down and read back as it was: values made at random
/// of all their members, nested ones too.
/// </summary>
public sealed class RoundTripTests
{
    private const int Times = 40;

    public static TheoryData<Type> Commands => [.. TypesOf(typeof(Command))];

    public static TheoryData<Type> Events => [.. TypesOf(typeof(EventData))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_WrittenDown_IsReadBackAsItWas(Type type)
    {
        for (var seed = 1UL; seed <= Times; seed++)
        {
            var command = (Command)new Generator(seed).Value(type)!;
            var envelope = new CommandEnvelope(
                (long)seed, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks((long)seed), "id", command);

            var text = CommandDocument.Write(envelope);
            var read = CommandDocument.Read(text);

            CommandDocument.Write(read).Should().Be(text);
            (read with { Command = command }).Should().Be(envelope);
            Plain(read.Command).Should().Be(Plain(command));
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Event_WrittenDown_IsReadBackAsItWas(Type type)
    {
        for (var seed = 1UL; seed <= Times; seed++)
        {
            var data = (EventData)new Generator(seed).Value(type)!;
            var happened = new WorldEvent(
                2, (long)seed, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "us-east-1", new(SubjectType.Endpoint, "e"), data);

            var text = EventDocument.Write(happened);
            var read = EventDocument.Read(text);

            EventDocument.Write(read).Should().Be(text);
            Plain(read.Data).Should().Be(Plain(data));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_AndAllThatItHolds_IsPlain(Type type)
    {
        var found = Members.Of(type)
            .Where(member => typeof(Delegate).IsAssignableFrom(member.Type) || member.Type == typeof(object))
            .Select(member => member.Path);

        found.Should().BeEmpty("a command holds values and definitions: no delegate, no live object, no syntax tree");
    }

    // State, private fields included: what the serializer leaves out would be missing in both texts of a round trip.
    private static string Plain(object value) => StatePrinter.Text(value);

    private static IEnumerable<Type> TypesOf(Type root) => typeof(World).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && root.IsAssignableFrom(type))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);
}
