using System.Text.Json;

namespace RollingDeploy.Core.Tests.Snapshots;

/// <summary>Enumerations in snapshots are names, because a number can stand for no value at all.</summary>
public sealed class SnapshotWordsTests
{
    public static TheoryData<Type> Enumerations =>
    [
        .. typeof(World).Assembly.GetTypes()
            .Where(type => type.IsEnum && WorldJson.Options.TypeInfoResolver!.GetTypeInfo(type, WorldJson.Options) is not null),
    ];

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void Read_ANumberInPlaceOfAName_IsRefused(Type enumeration)
    {
        var info = SnapshotJson.Options.GetTypeInfo(enumeration);

        var number = () => JsonSerializer.Deserialize("99", info);
        var name = JsonSerializer.Deserialize($"\"{Enum.GetNames(enumeration)[0]}\"", info);

        number.Should().Throw<JsonException>();
        name.Should().Be(Enum.GetValues(enumeration).GetValue(0));
    }
}
