using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.MetricMath.Search;

namespace RollingDeploy.Core.Tests.Metrics.MetricMath;

/// <summary>The examples of AWS's page, CloudWatch search expression syntax.</summary>
public sealed class SearchExpressionTests
{
    [Theory]
    [InlineData("CustomCount1", "Custom Count 1")]
    [InlineData("SDBFailure", "SDB Failure")]
    [InlineData("Project2-trial333", "Project 2 trial 333")]
    [InlineData("couNT", "cou NT")]
    [InlineData("Network-Errors_2", "Network Errors 2")]
    [InlineData("-", "")]
    [InlineData("", "")]
    public void Tokens_AName_IsCutAtCapitalsNumbersAndPunctuation(string name, string expected)
    {
        var tokens = SearchWord.Tokens(name);

        string.Join(' ', tokens).Should().Be(expected);
    }

    [Theory]
    [InlineData("count", "CustomCount1", true)]
    [InlineData("Count", "CustomCount1", true)]
    [InlineData("COUNT", "CustomCount1", true)]
    [InlineData("couNT", "CustomCount1", false)]
    [InlineData("CustomCount", "CustomCount1", true)]
    [InlineData("Count1", "CustomCount1", true)]
    [InlineData("customcount", "CustomCount1", false)]
    [InlineData("count1", "CustomCount1", false)]
    [InlineData("customcount1", "CustomCount1", true)]
    [InlineData("network/errors", "Network-Errors-2", true)]
    [InlineData("network+errors", "NetworkErrors2", true)]
    [InlineData("network-errors", "NetworkErrors2", true)]
    [InlineData("Network_Errors", "Network-Errors-2", true)]
    [InlineData("\"Network-Errors-2\"", "Network-Errors-2", true)]
    [InlineData("\"Network_Errors_2\"", "Network-Errors-2", false)]
    [InlineData("\"customcount1\"", "CustomCount1", false)]
    [InlineData("\"Custom\"", "CustomCount1", false)]
    [InlineData("\"Europe\\\\France Traffic\\(Network\\)\"", "Europe\\France Traffic(Network)", true)]
    [InlineData("-", "Network-Errors-2", false)]
    public void Matches_ATerm_FindsTheMetricName(string term, string name, bool expected)
    {
        var found = SearchExpression.Parse($"MetricName={term}").Matches("Shop", name, []);

        found.Should().Be(expected);
    }

    [Theory]
    [InlineData("{AWS/EC2,InstanceId}", true)]
    [InlineData("{ AWS/EC2 , InstanceId } MetricName=\"CPUUtilization\"", true)]
    [InlineData("{AWS/EC2}, \"CPUUtilization\"", true)]
    [InlineData("{AWS/EC2,InstanceId,ImageId}", false)]
    [InlineData("{AWS/EC2,ImageId}", false)]
    [InlineData("{AWS/EBS}", false)]
    [InlineData("{\"AWS/EC2\", \"InstanceId\"}", true)]
    [InlineData("\"AWS/EC2\" MetricName=\"CPUUtilization\"", true)]
    [InlineData("utilization", true)]
    [InlineData("cpu AND utilization", true)]
    [InlineData("cpu network", false)]
    [InlineData("network OR cpu", true)]
    [InlineData("{AWS/EC2,InstanceId} MetricName=\"CPUUtilization\" NOT i-1234567890123456", false)]
    [InlineData("NOT Namespace=AWS", false)]
    [InlineData("NOT NOT cpu", true)]
    [InlineData("NOT \"ProjectA\" NOT \"ProjectB\"", true)]
    [InlineData("(EC2 OR EBS) AND MetricName=CPU", true)]
    [InlineData("(EC2 OR EBS) MetricName=ReadOps", false)]
    [InlineData("MetricName=\"Errors\" OR (MetricName=\"CPUUtilization\" AND (ProjectA OR InstanceId))", true)]
    [InlineData("network cpu OR utilization", true)] // AND binds stronger
    [InlineData("InstanceId=(i-1 OR i-1234567890123456)", true)]
    [InlineData("\"InstanceId\"=\"i-1234567890123456\"", true)]
    [InlineData("ImageId=i", false)]
    [InlineData("and", false)] // an operator is in capitals
    public void Matches_CpuOfOneInstance_AsTheExpressionSays(string expression, bool expected)
    {
        var found = SearchExpression.Parse(expression)
            .Matches("AWS/EC2", "CPUUtilization", [new("InstanceId", "i-1234567890123456")]);

        found.Should().Be(expected);
    }

    [Fact]
    public void Matches_SchemaOfTwoDimensions_InAnyOrder()
    {
        var expression = SearchExpression.Parse("{Shop, Host, Zone}");

        expression.Matches("Shop", "Errors", [new("Zone", "a"), new("Host", "b")]).Should().BeTrue();
        expression.Matches("Shop", "Errors", [new("Zone", "a")]).Should().BeFalse();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("  ", 2)]
    [InlineData("{AWS/EC2", 8)]
    [InlineData("{}", 1)]
    [InlineData("{A,}", 3)]
    [InlineData("(a", 2)]
    [InlineData("a)", 1)]
    [InlineData("()", 1)]
    [InlineData("a AND", 5)]
    [InlineData("NOT", 3)]
    [InlineData("a =", 3)]
    [InlineData("=a", 0)]
    [InlineData("a=(b=c)", 4)]
    [InlineData("x \"open", 2)]
    [InlineData("\"a\\", 0)]
    public void Parse_WhatIsNoSearch_SaysWhere(string text, int position)
    {
        var act = () => SearchExpression.Parse(text);

        act.Should().Throw<MathException>().Which.Position.Should().Be(position);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a=(")]
    [InlineData("NOT ")]
    public void Parse_DeepOrOpenEnd_IsRefused(string level)
    {
        var act = () => SearchExpression.Parse(string.Concat(Enumerable.Repeat(level, 1000 / level.Length)));

        act.Should().Throw<MathException>();
    }

    [Fact]
    public void Parse_MoreThan1024Characters_IsRefused()
    {
        var act = () => SearchExpression.Parse(new string('a', 1025));

        act.Should().Throw<MathException>().WithMessage("*longer than 1024*");
    }
}
