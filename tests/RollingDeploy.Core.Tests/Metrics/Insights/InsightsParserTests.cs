using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Insights;
using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Tests.Metrics.Insights;

/// <summary>
/// What is a query, what it matches, and what is refused (user guide, query components and syntax in CloudWatch Metrics
/// Insights).
/// </summary>
public sealed class InsightsParserTests
{
    private const string Select = "SELECT AVG(m) FROM N";

    [Theory]
    [InlineData("SELECT AVG(m) FROM N", true)]
    [InlineData("  select avg(m) from N", true)]
    [InlineData("SELECT\nAVG(m)", true)]
    [InlineData("Select \"m\"", true)]
    [InlineData("SELECT", true)]
    [InlineData("SELECT(m)", true)]
    [InlineData("select", false)]
    [InlineData("select + 1", false)]
    [InlineData("select / m1", false)]
    [InlineData("selected", false)]
    [InlineData("select_1 + m1", false)]
    [InlineData("m1 / 2", false)]
    [InlineData("", false)]
    public void IsQuery_OfAnExpression_IsTrueForSelect(string text, bool expected) =>
        InsightsQuery.IsQuery(text).Should().Be(expected);

    [Theory]
    [InlineData(Select, "a=1 b=2", true)]
    [InlineData(Select, "", true)]
    [InlineData("SELECT AVG(M) FROM N", "", false)]
    [InlineData("SELECT AVG(m) FROM n", "", false)]
    [InlineData("SELECT AVG(\"m\") FROM \"N\"", "", true)]
    [InlineData("select Avg ( m ) from Schema ( N )", "", true)]
    [InlineData("SELECT AVG(m) FROM SCHEMA(N)", "a=1", false)]
    [InlineData("SELECT AVG(m) FROM SCHEMA(N, a)", "a=1", true)]
    [InlineData("SELECT AVG(m) FROM SCHEMA(N, a)", "a=1 b=2", false)]
    [InlineData("SELECT AVG(m) FROM SCHEMA(N, a)", "A=1", false)]
    [InlineData("SELECT AVG(m) FROM SCHEMA(N, b, a)", "a=1 b=2", true)]
    [InlineData("SELECT AVG(m) FROM SCHEMA(N, b, \"a\", b)", "a=1 b=2", true)]
    [InlineData("SELECT AVG(m) FROM SCHEMA(N, a, b)", "a=1", false)]
    [InlineData(Select + " WHERE a = '1'", "a=1 b=2", true)]
    [InlineData(Select + " WHERE a='2'", "a=1 b=2", false)]
    [InlineData(Select + " WHERE a = '1' AND b = '2'", "a=1 b=2", true)]
    [InlineData(Select + " where a = '1' and b = '3'", "a=1 b=2", false)]
    [InlineData(Select + " WHERE a != '1'", "a=1", false)]
    [InlineData(Select + " WHERE a != '2'", "a=1", true)]
    [InlineData(Select + " WHERE a != '2'", "b=1", true)]
    [InlineData(Select + " WHERE a = '1'", "b=1", false)]
    [InlineData(Select + " WHERE a = ''", "b=1", false)]
    [InlineData(Select + " WHERE \"a\" = 'it\\'s_\"x\"'", "a=it's_\"x\"", true)]
    [InlineData(Select + " WHERE a = 'c:\\d'", "a=c:\\d", true)]
    [InlineData(Select + " WHERE a = '1' GROUP BY a, b ORDER BY MAX() DESC LIMIT 5", "a=1", true)]
    [InlineData(Select + " GROUP BY path, Operation ORDER BY SUM() ASC;", "a=1", true)]
    public void Matches_ByEachClause_ComparesNamesWithTheirCase(string text, string dimensions, bool expected)
    {
        var pairs = dimensions.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.Split('=')).Select(each => new Dimension(each[0], each[1]));

        var query = InsightsQuery.Parse(text);

        query.Matches(new MetricId("N", "m", pairs)).Should().Be(expected);
    }

    [Fact]
    public void Parse_OfEscapedNames_ReadsThem()
    {
        var query = InsightsQuery.Parse("""SELECT AVG("Bytes\"Input\"") FROM "My App" WHERE "a.b" != 'x'""");

        query.Matches(new MetricId("My App", "Bytes\"Input\"", [])).Should().BeTrue();
    }

    [Theory]
    [InlineData("SELECT MEDIAN(m) FROM N", "Invalid syntax. 'MEDIAN' is not a valid aggregate function")]
    [InlineData("SELECT p99(m) FROM N", "Invalid syntax. 'p99' is not a valid aggregate function")]
    [InlineData("SELECT m FROM N", "Invalid syntax. 'm' is not a valid aggregate function")]
    [InlineData("SELECT", "Invalid syntax near ''. A function is expected")]
    [InlineData("SELECT \"AVG\"(m) FROM N", "Invalid syntax near '\"AVG\"(m) FROM N'. A function is expected")]
    [InlineData("SELECT AVG m FROM N", "Invalid syntax near 'm FROM N'. ( is expected")]
    [InlineData("SELECT AVG() FROM N", "Invalid syntax near ') FROM N'. The name of a metric is expected")]
    [InlineData("SELECT AVG('m') FROM N", "Invalid syntax near ''m') FROM N'. The name of a metric is expected")]
    [InlineData("SELECT AVG(m, n) FROM N", "Invalid syntax near ', n) FROM N'. ) is expected")]
    [InlineData("SELECT AVG(my.metric) FROM N", "Invalid syntax near '.metric) FROM N'. ) is expected")]
    [InlineData("SELECT AVG(m)", "Invalid syntax near ''. FROM is expected")]
    [InlineData("SELECT AVG(m), SUM(m) FROM N", "Invalid syntax near ', SUM(m) FROM N'. FROM is expected")]
    [InlineData("SELECT SUM(Count) FROM N", "Invalid syntax. Reserved keyword 'Count' must be surrounded by double quotes")]
    [InlineData("SELECT SUM(m) FROM Table", "Invalid syntax. Reserved keyword 'Table' must be surrounded by double quotes")]
    [InlineData("SELECT AVG(m) FROM AWS/SageMaker", "Invalid syntax near '/SageMaker'. The end of the query is expected")]
    [InlineData("SELECT AVG(m) FROM SCHEMA()", "Invalid syntax near ')'. A namespace is expected")]
    [InlineData("SELECT AVG(m) FROM SCHEMA(N", "Invalid syntax near ''. ) is expected")]
    [InlineData("SELECT AVG(m) FROM SCHEMA(N,)", "Invalid syntax near ')'. A label is expected")]
    [InlineData("SELECT AVG(m) FROM SCHEMA(N, Type)", "Invalid syntax. Reserved keyword 'Type' must be surrounded by double quotes")]
    [InlineData("SELECT AVG(m) FROM \"N", "Invalid syntax near '\"N'. The closing \" is missing")]
    [InlineData(Select + " WHERE a = 'x", "Invalid syntax near ''x'. The closing ' is missing")]
    [InlineData(Select + " WHERE", "Invalid syntax near ''. A label is expected")]
    [InlineData(Select + " WHERE a", "Invalid syntax near ''. = or != is expected")]
    [InlineData(Select + " WHERE a > '1'", "Invalid syntax near '> '1''. = or != is expected")]
    [InlineData(Select + " WHERE a LIKE '1%'", "Invalid syntax near 'LIKE '1%''. = or != is expected")]
    [InlineData(Select + " WHERE a =", "Invalid syntax near ''. A value in single quotation marks is expected")]
    [InlineData(Select + " WHERE a = b", "Invalid syntax. Comparing identifiers is not supported. Values must be surrounded by single quotes")]
    [InlineData(Select + " WHERE a = \"1\"", "Invalid syntax. Comparing identifiers is not supported. Values must be surrounded by single quotes")]
    [InlineData(Select + " WHERE a = '1' OR a = '2'", "Invalid syntax near 'OR a = '2''. The end of the query is expected")]
    [InlineData(Select + " WHERE a = '1' GROUP BY a HAVING MAX() > 1", "Invalid syntax near 'HAVING MAX() > 1'. The end of the query is expected")]
    [InlineData(Select + " WHERE a = '1' AND", "Invalid syntax near ''. A label is expected")]
    [InlineData(Select + " GROUP a", "Invalid syntax near 'a'. BY is expected")]
    [InlineData(Select + " GROUP BY", "Invalid syntax near ''. A label is expected")]
    [InlineData(Select + " GROUP BY a,", "Invalid syntax near ''. A label is expected")]
    [InlineData(Select + " GROUP BY a.b", "Invalid syntax near 'a.b'. A label with a dot must be surrounded by double quotes")]
    [InlineData(Select + " ORDER BY a", "Invalid syntax. 'a' is not a valid aggregate function")]
    [InlineData(Select + " ORDER BY MAX", "Invalid syntax near ''. ( is expected")]
    [InlineData(Select + " ORDER BY MAX(m)", "Invalid syntax near 'm)'. ) is expected")]
    [InlineData(Select + " ORDER BY MAX() DOWN", "Invalid syntax near 'DOWN'. The end of the query is expected")]
    [InlineData(Select + " LIMIT", "Invalid syntax near ''. A number from 1 to 500 is expected")]
    [InlineData(Select + " LIMIT 0", "Invalid syntax near '0'. A number from 1 to 500 is expected")]
    [InlineData(Select + " LIMIT 501", "Invalid syntax near '501'. A number from 1 to 500 is expected")]
    [InlineData(Select + " LIMIT -1", "Invalid syntax near '-1'. A number from 1 to 500 is expected")]
    [InlineData(Select + " LIMIT '5'", "Invalid syntax near ''5''. A number from 1 to 500 is expected")]
    [InlineData(Select + " LIMIT 5 GROUP BY a", "Invalid syntax near 'GROUP BY a'. The end of the query is expected")]
    [InlineData(Select + "; " + Select, "Invalid syntax near 'SELECT AVG(m) FROM N'. The end of the query is expected")]
    [InlineData("SELECT AVG(m) FRM \"a-very-long-namespace-of-mine\"", "Invalid syntax near 'FRM \"a-very-long-namespace-...'. FROM is expected")]
    [InlineData(Select + " WHERE tag.env = 'prod'", "RollingDeploy does not simulate tags in Metrics Insights queries")]
    [InlineData(Select + " GROUP BY tag.\"my-tag\"", "RollingDeploy does not simulate tags in Metrics Insights queries")]
    [InlineData(Select + " WHERE AWS.AccountId = CURRENT_ACCOUNT_ID()", "RollingDeploy does not simulate AWS.AccountId in Metrics Insights queries")]
    [InlineData(Select + " GROUP BY AWS.AccountId", "RollingDeploy does not simulate AWS.AccountId in Metrics Insights queries")]
    public void Parse_OfAnInvalidQuery_TellsWhereAndWhy(string text, string message)
    {
        var parse = () => InsightsQuery.Parse(text);

        parse.Should().Throw<MathException>().WithMessage(message);
    }

    [Theory]
    [InlineData(" LIMIT 1")]
    [InlineData(" LIMIT 500")]
    [InlineData(" limit 007")]
    public void Parse_OfALimitInItsRange_TakesIt(string clause)
    {
        var parse = () => InsightsQuery.Parse(Select + clause);

        parse.Should().NotThrow();
    }

    [Theory]
    [InlineData(Select, false, false)]
    [InlineData(Select + " GROUP BY a", true, false)]
    [InlineData(Select + " ORDER BY COUNT()", false, true)]
    [InlineData(Select + " GROUP BY a, a ORDER BY MIN() asc", true, true)]
    public void Parse_OfGroupsAndOrder_TellsThem(string text, bool isGrouped, bool isOrdered)
    {
        var query = InsightsQuery.Parse(text);

        (query.IsGrouped, query.IsOrdered).Should().Be((isGrouped, isOrdered));
    }
}
