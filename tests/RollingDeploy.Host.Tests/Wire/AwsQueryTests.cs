using System.Text;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class AwsQueryTests(ShopApp app) : IClassFixture<ShopApp>
{
    private const string Echo = "Action=Echo&Version=2010-08-01&OrderName=a";

    [Fact]
    public async Task Call_OfAnOperation_AnswersXmlInTheServicesNamespace()
    {
        var answer = await app.Form(Echo);

        var id = answer.Header("x-amzn-RequestId");
        answer.Status.Should().Be(200);
        answer.ContentType.Should().Be("text/xml");
        answer.Text.Should().Be(
            $"<EchoResponse xmlns=\"{Shops.XmlNamespace}\"><EchoResult><OrderName>a</OrderName></EchoResult>"
            + $"<ResponseMetadata><RequestId>{id}</RequestId></ResponseMetadata></EchoResponse>");
    }

    [Theory]
    [InlineData("Lines.member.1.Item=x&Lines.member.1.Count=2", "<Lines><member><Item>x</Item><Count>2</Count></member></Lines>")]
    [InlineData("Lines.member.10.Item=c&Lines.member.2.Item=b&Lines.member.1.Item=a", "<Lines><member><Item>a</Item></member><member><Item>b</Item></member><member><Item>c</Item></member></Lines>")]
    [InlineData("Notes.member.999999999999.Unknown=1&Notes.member.999999999999=abc", "<Notes><member>abc</member></Notes>")]
    [InlineData("Notes=", "<Notes />")]
    [InlineData("Labels.entry.1.key=K&Labels.entry.1.value=v%26w", "<Labels><entry><key>K</key><value>v&amp;w</value></entry></Labels>")]
    [InlineData("Spares.entry.1.key=K&Spares.entry.1.value.Item=x", "<Spares><entry><key>K</key><value><Item>x</Item></value></entry></Spares>")]
    [InlineData("Weights.member.1=1&Weights.member.2=1e-3&Weights.member.3=0.30000000000000004", "<Weights><member>1.0</member><member>0.001</member><member>0.30000000000000004</member></Weights>")]
    [InlineData("Price=NaN", "<Price>NaN</Price>")]
    [InlineData("Price=-Infinity", "<Price>-Infinity</Price>")]
    [InlineData("Serial=9007199254740993", "<Serial>9007199254740993</Serial>")]
    [InlineData("Paid=true", "<Paid>true</Paid>")]
    [InlineData("Due=2024-01-01T00:00:00Z", "<Due>2024-01-01T00:00:00Z</Due>")]
    [InlineData("Due=2024-01-01T00%3A00%3A00.123Z", "<Due>2024-01-01T00:00:00.123Z</Due>")]
    [InlineData("Due=2024-01-01T02:00:00%2B02:00", "<Due>2024-01-01T00:00:00Z</Due>")]
    [InlineData("Lines.member.1.Item=x&Paid=true&Lines.member.1.Count=2", "<Lines><member><Item>x</Item><Count>2</Count></member></Lines><Paid>true</Paid>")]
    [InlineData("Lines%2Emember.1%2eItem=a+b%20c", "<Lines><member><Item>a b c</Item></member></Lines>")]
    [InlineData("Spares.entry.1.key=K&Spares.entry.1.value.Item=%C3%A9%ff", "<Spares><entry><key>K</key><value><Item>é\uFFFD</Item></value></entry></Spares>")]
    [InlineData("Lines.member.1.Item=100%&Lines.member.2.Item=%zz", "<Lines><member><Item>100%</Item></member><member><Item>%zz</Item></member></Lines>")]
    [InlineData("&&=x&.=z&Lines.member.1.Item&", "<Lines><member><Item></Item></member></Lines>")]
    [InlineData("Size=Small&Unknown.member.1=x&Size.member.1=y", "<Size>Small</Size>")]
    public async Task Call_WithParameters_ReadsAndWritesThem(string form, string xml)
    {
        var answer = await app.Form($"{Echo}&{form}");

        answer.Text.Should().Contain($"<OrderName>a</OrderName>{xml}</EchoResult>");
    }

    [Theory]
    [InlineData("Lines.member.1.Count=x", "The value 'x' of 'Lines.member.1.Count' must be an integer.")]
    [InlineData("Lines.member.1.Count=", "The value '' of 'Lines.member.1.Count' must be an integer.")]
    [InlineData("Lines.member.1.Count=3000000000", "The value '3000000000' of 'Lines.member.1.Count' must be an integer.")]
    [InlineData("Lines.member.x.Count=1", "'x' is not an index of 'Lines.member'. An index is a whole number from 1.")]
    [InlineData("Lines.member.0.Count=1", "'0' is not an index of 'Lines.member'. An index is a whole number from 1.")]
    [InlineData("Lines=x", "The value of 'Lines' must be a list.")]
    [InlineData("Lines.member.1=x", "The value of 'Lines.member.1' must be a structure.")]
    [InlineData("Labels.entry.1.value=x", "'Labels.entry.1.key' is missing.")]
    [InlineData("Price=cheap", "The value 'cheap' of 'Price' must be a number.")]
    [InlineData("Paid=maybe", "The value 'maybe' of 'Paid' must be a boolean.")]
    [InlineData("Due=soon", "The value 'soon' of 'Due' must be a timestamp.")]
    [InlineData("Due=12", "The value '12' of 'Due' must be a timestamp.")]
    public async Task Call_WithAMalformedValue_SaysWhichAndWhy(string form, string text)
    {
        var answer = await app.Form($"{Echo}&{form}");

        answer.Status.Should().Be(400);
        answer.Element("Code").Should().Be("MalformedInput");
        answer.Element("Message").Should().Be(text);
    }

    [Fact]
    public async Task Call_WithADeepKey_IsRefused()
    {
        var answer = await app.Form($"{Echo}&{string.Join('.', Enumerable.Repeat("a", 5000))}=1");

        answer.Element("Code").Should().Be("MalformedInput");
    }

    [Fact]
    public async Task Call_ByGet_ReadsTheQueryString()
    {
        var answer = await app.Send(HttpMethod.Get, $"/?{Echo.Replace("Echo", "GetEcho", StringComparison.Ordinal)}", (byte[]?)null, null);

        answer.Status.Should().Be(200);
        answer.Element("OrderName").Should().Be("a");
    }

    [Theory]
    [InlineData("Action=Drop&Version=2010-08-01&OrderName=a", "DropResponse", "ResponseMetadata")]
    [InlineData("Action=Ping&Version=2010-08-01", "PingResponse", "PingResult")]
    public async Task Call_WithoutOutput_HasNoResult(string form, string root, string first)
    {
        var answer = await app.Form(form);

        answer.Xml.Name.LocalName.Should().Be(root);
        answer.Xml.Elements().First().Name.LocalName.Should().Be(first);
    }

    [Fact]
    public async Task Call_WithoutVersion_IsFoundBySigningNameOrOperation()
    {
        var signed = await app.Form("Action=Ping", ("Authorization", "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/monitoring/aws4_request"));
        var unsigned = await app.Form("Action=Ping");

        signed.Status.Should().Be(200);
        unsigned.Status.Should().Be(200);
    }

    [Fact]
    public async Task Text_WithCharactersOfMarkup_IsEscapedAndForbiddenOnesAreDropped()
    {
        var text = "<a>&\"'\u0001\t\r\n\uFFFEé😀";

        var answer = await app.Form($"Action=Fail&Version=2010-08-01&Shape=InvalidFormatFault&Text={Uri.EscapeDataString(text)}");

        answer.Element("Message").Should().Be("<a>&\"'\t\r\né😀");
    }

    [Theory]
    [InlineData("InvalidParameterCombinationException", 400, "Sender", "InvalidParameterCombination", "no")]
    [InlineData("ValidationException", 400, "Sender", "ValidationError", "no")]
    [InlineData("ResourceNotFound", 404, "Sender", "ResourceNotFound", null)]
    [InlineData("InternalServiceFault", 500, "Receiver", "InternalServiceError", "no")]
    [InlineData("Whatever", 400, "Sender", "Whatever", "no")]
    public async Task Fault_OfCloudWatch_HasItsQueryCode(string shape, int status, string type, string code, string? message)
    {
        var answer = await app.Form($"Action=Fail&Version=2010-08-01&Shape={shape}");

        answer.Status.Should().Be(status);
        answer.Element("Type").Should().Be(type);
        answer.Element("Code").Should().Be(code);
        answer.Element("Message").Should().Be(message);
        answer.Element("RequestId").Should().Be(answer.Header("x-amzn-RequestId"));
        answer.Xml.Name.Should().Be(System.Xml.Linq.XName.Get("ErrorResponse", Shops.XmlNamespace));
    }

    [Fact]
    public async Task Violation_OfAConstraint_IsAValidationError()
    {
        var answer = await app.Form("Action=Drop&Version=2010-08-01");

        answer.Element("Code").Should().Be("ValidationError");
        answer.Element("Message").Should().StartWith("1 validation error detected: Value null at 'orderName'");
    }

    [Fact]
    public async Task Call_OfAnUnknownOperation_IsAnInvalidAction()
    {
        var answer = await app.Form("Action=Nope&Version=2010-08-01");

        answer.Status.Should().Be(400);
        answer.Element("Code").Should().Be("InvalidAction");
        answer.Element("Message").Should().Contain("Nope");
    }

    [Theory]
    [InlineData("Version=2010-08-01&OrderName=a")]
    [InlineData("Action=&OrderName=a")]
    [InlineData("action=Echo")]
    [InlineData("a")]
    [InlineData("")]
    public async Task Call_WithoutAction_IsAMissingAction(string form)
    {
        var answer = await app.Form(form);

        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("text/xml");
        answer.Element("Type").Should().Be("Sender");
        answer.Element("Code").Should().Be("MissingAction");
        answer.Element("Message").Should().Be("The request is missing an action or a required parameter.");
        answer.Element("RequestId").Should().Be(answer.Header("x-amzn-RequestId"));
    }

    [Theory]
    [InlineData("monitoring", "text/xml", "MissingAction")]
    [InlineData("iam", "application/json", "AWS_ENDPOINT_URL_SAGEMAKER")]
    [InlineData("s3", "application/xml", "NotImplemented")]
    public async Task Call_WithoutActionThatIsSigned_IsAnsweredAsThatServiceDoes(string service, string contentType, string text)
    {
        var answer = await app.Form("a=b", ("Authorization", $"AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/{service}/aws4_request"));

        answer.ContentType.Should().Be(contentType);
        answer.Text.Should().Contain(text);
    }

    [Fact]
    public async Task Form_ForAnotherPath_IsNotFound()
    {
        var answer = await app.Send(HttpMethod.Post, "/bucket", "a=b", "application/x-www-form-urlencoded");

        answer.Status.Should().Be(404);
    }

    [Fact]
    public async Task Crash_OfAHandler_IsAnInternalFailure()
    {
        var answer = await app.Form("Action=Crash&Version=2010-08-01");

        answer.Status.Should().Be(500);
        answer.Element("Code").Should().Be("InternalFailure");
        answer.Element("Type").Should().Be("Receiver");
        answer.Text.Should().NotContain("secret");
    }

    [Fact]
    public async Task Call_WithManyMembers_ReadsThemAllInOrder()
    {
        var form = new StringBuilder(Echo);
        foreach (var number in Enumerable.Range(1, 1000).Reverse())
        {
            form.Append($"&Weights.member.{number}={number}");
        }

        var answer = await app.Form(form.ToString());

        answer.Xml.Descendants().Where(element => element.Name.LocalName == "member").Select(element => element.Value)
            .Should().Equal(Enumerable.Range(1, 1000).Select(number => $"{number}.0"));
    }
}
