using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class ErrorTableTests
{
    [Fact]
    public void Find_OfAShapeWithoutARow_IsA400OfItsOwnName()
    {
        var row = ErrorTable.Framework.Find("SomethingOdd");

        row.Should().Be(new ErrorRow("SomethingOdd"));
        row.Code.Should().Be("SomethingOdd");
        row.Status.Should().Be(400);
        row.Party.Should().Be("Sender");
    }

    [Fact]
    public void Find_OfAShapeThatTheServiceHasToo_IsTheServicesRow()
    {
        var table = new ErrorTable(null, new ErrorRow("ThrottlingException", "SlowDown", 429));

        table.Find("ThrottlingException").Code.Should().Be("SlowDown");
    }

    [Theory]
    [InlineData("ValidationException", "com.amazon.coral.validate#ValidationException")]
    [InlineData("UnknownOperationException", "com.amazon.coral.service#UnknownOperationException")]
    [InlineData("LimitExceededFault", "com.amazonaws.cloudwatch.v2010_08_01#LimitExceededFault")]
    [InlineData("NotInTheTable", "com.amazonaws.cloudwatch.v2010_08_01#NotInTheTable")]
    public void TypeOf_InAServiceWithNamespaces_HasTheOneOfTheShape(string shape, string type)
    {
        var row = CloudWatchErrorTable.Table.Find(shape);

        CloudWatchErrorTable.Table.TypeOf(row).Should().Be(type);
        ErrorTable.Framework.TypeOf(row).Should().Be(shape);
    }
}
