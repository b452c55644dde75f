using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Documents;

/// <summary>What a command document looks like, and what is said of one that is wrong.</summary>
public sealed class CommandDocumentTests
{
    private const string Good = """{"format":1,"kind":"deleteModel","sequence":7,"at":"2026-01-01T00:00:00+00:00","requestId":"r","command":{"name":"m","region":"us-east-1"}}""";

    [Fact]
    public void Write_ACommand_IsThisDocument()
    {
        var envelope =
            new CommandEnvelope(7, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "r", new DeleteModel("us-east-1", "m"));

        CommandDocument.Write(envelope).Should().Be(Good);
        CommandDocument.Read(Good).Should().Be(envelope);
    }

    [Theory]
    [InlineData("\"deleteModel\"", "\"deleteModle\"", "There is no command deleteModle. There are*deleteModel*")]
    [InlineData("\"name\":\"m\"", "\"nmae\":\"m\"", "The command deleteModel cannot be read at $.nmae: there is no such member.")]
    [InlineData("\"name\":\"m\"", "\"name\":3", "The command deleteModel cannot be read at $.name: *")]
    [InlineData("\"name\":\"m\",", "", "The command deleteModel cannot be read at $: *name*")]
    [InlineData("\"name\":\"m\"", "\"name\":\"m\",\"name\":\"n\"", "The document is no JSON: *name*")]
    [InlineData("\"format\":1", "\"format\":2", "The format 2 is not known; this version reads the format 1.")]
    [InlineData("\"format\":1", "\"format\":\"1\"", "The member format cannot be \"1\".")]
    [InlineData("\"format\":1,", "", "The member format is missing.")]
    [InlineData("\"sequence\":7", "\"sequence\":7.5", "The member sequence cannot be 7.5.")]
    [InlineData("\"at\":\"2026-01-01T00:00:00+00:00\"", "\"at\":\"today\"", "The member at cannot be \"today\".")]
    [InlineData("\"at\":", "\"when\":", "A command document has no member when; it has format, kind, sequence, at, requestId, command.")]
    [InlineData("\"command\":{\"name\":\"m\",\"region\":\"us-east-1\"}", "\"command\":[]", "The command deleteModel cannot be read at $: *")]
    [InlineData("}}", "}", "The document is no JSON: *")]
    public void Read_AWrongDocument_NamesWhatIsWrong(string right, string wrong, string message)
    {
        var act = () => CommandDocument.Read(Good.Replace(right, wrong, StringComparison.Ordinal));

        act.Should().Throw<CommandDocumentException>().WithMessage(message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("3")]
    public void Read_WhatIsNoObject_IsRefused(string text)
    {
        var act = () => CommandDocument.Read(text);

        act.Should().Throw<CommandDocumentException>().WithMessage("A command document is a JSON object.");
    }

    [Fact]
    public void Read_AnUnknownMemberDeepInside_NamesItsPlace()
    {
        var text = CommandDocument.Write(
            new(1, default, null, new UpdateEndpoint("us-east-1", "e", "v2") { DeploymentConfig = Configs.Rolling("1", 60) }));

        var act = () => CommandDocument.Read(text.Replace("\"waitIntervalInSeconds\"", "\"waitInterval\"", StringComparison.Ordinal));

        act.Should().Throw<CommandDocumentException>().WithMessage("*updateEndpoint*$.deploymentConfig.rolling.waitInterval*no such member.");
    }

    [Fact]
    public void Write_AlarmsThatWereNotGiven_StayNotGiven()
    {
        var envelope =
            new CommandEnvelope(1, default, null, new UpdateEndpoint("us-east-1", "e", "v2") { DeploymentConfig = new DeploymentConfig() });

        var read = (UpdateEndpoint)CommandDocument.Read(CommandDocument.Write(envelope)).Command;

        read.DeploymentConfig!.Alarms.Should().BeNull();
    }
}
