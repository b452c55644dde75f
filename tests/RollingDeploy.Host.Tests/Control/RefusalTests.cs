using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

/// <summary>Every refusal on our own routes is problem details that say what was wrong, and nothing of our insides.</summary>
public sealed class RefusalTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("POST clock/advance", """{"seconds":-1}""", "seconds")]
    [InlineData("POST clock/advance", """{"seconds":1e10}""", "seconds")]
    [InlineData("POST clock/advance", """{"seconds":1e400}""", "seconds")]
    [InlineData("POST clock/advance", """{"seconds":NaN}""", "seconds")]
    [InlineData("POST clock/advance", """{"seconds":"NaN"}""", "seconds")]
    [InlineData("POST clock/advance", """{"seconds":"300"}""", "seconds")]
    [InlineData("POST clock/advance", "{}", "seconds")]
    [InlineData("POST clock/advance", """{"toNextEvent":false}""", "seconds")]
    [InlineData("POST clock/advance", """{"seconds":1,"toNextEvent":true}""", "seconds")]
    [InlineData("POST clock/advance", """{"limitSeconds":-1,"toNextEvent":true}""", "limitSeconds")]
    [InlineData("POST clock/advance", """{"to":"2029-12-31T23:59:59Z"}""", "to")]
    [InlineData("POST clock/advance", """{"to":"9000-01-01T00:00:00.001Z"}""", "to")]
    [InlineData("POST clock/advance", """{"to":"soon"}""", "to")]
    [InlineData("POST clock/advance", """{"to":1893456000}""", "to")]
    [InlineData("POST clock/advance", """{"until":{}}""", "until.endpoint")]
    [InlineData("POST clock/advance", """{"until":{"endpoint":"demo"}}""", "until.status")]
    [InlineData("POST clock/advance", """{"until":{"endpoint":"demo","status":"Ready"}}""", "until.status")]
    [InlineData("POST clock/advance", """{"until":{"endpoint":"demo","status":5}}""", "until.status")]
    [InlineData("POST clock/advance", """{"until":"InService"}""", "until")]
    [InlineData("POST clock/advance", """{"second":1}""", "second")]
    [InlineData("POST clock/advance", """{"seconds":1,"seconds":2}""", "seconds")]
    [InlineData("POST clock/advance", """{"seconds":1,"Seconds":2}""", "Seconds")]
    [InlineData("POST clock/advance", """{"until":{"endpoint":"demo","status":"InService","status":"Failed"}}""", "until.status")]
    [InlineData("POST clock/advance", """{"until":{"endpoint":"demo","status":"InService"},"until":{"endpoint":"demo","status":"Failed"}}""", "until")]
    [InlineData("PUT clock", """{"now":"2029-12-31T23:59:59Z"}""", "now")]
    [InlineData("PUT clock", """{"now":"9999-12-31T23:59:59Z"}""", "now")]
    [InlineData("PUT clock", """{"mode":"slow"}""", "mode")]
    [InlineData("PUT clock", """{"mode":2}""", "mode")]
    [InlineData("PUT clock", """{"mode":["frozen"]}""", "mode")]
    [InlineData("PUT clock", """{"speed":0}""", "speed")]
    [InlineData("PUT clock", """{"speed":-1}""", "speed")]
    [InlineData("PUT clock", """{"speed":1000001}""", "speed")]
    [InlineData("PUT clock", """{"speed":1e400}""", "speed")]
    [InlineData("PUT clock", """{"offset":1}""", "offset")]
    [InlineData("POST faults", "{}", "kind")]
    [InlineData("POST faults", """{"kind":"flood"}""", "kind")]
    [InlineData("POST faults", """{"kind":0}""", "kind")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","atInstance":0}""", "atInstance")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","atInstance":1.5}""", "atInstance")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","times":0}""", "times")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","times":3000000000}""", "times")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","fleet":"blue"}""", "fleet")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","seconds":5}""", "seconds")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","operation":"DescribeEndpoint"}""", "operation")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","rate":0.5}""", "rate")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","endpoint":""}""", "endpoint")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","endpoint":"not a name"}""", "endpoint")]
    [InlineData("POST faults", """{"kind":"pingFailure","variant":"-"}""", "variant")]
    [InlineData("POST faults", """{"kind":"pingFailure","inferenceComponent":" "}""", "inferenceComponent")]
    [InlineData("POST faults", """{"kind":"pingFailure","instanceType":"m5.large"}""", "instanceType")]
    [InlineData("POST faults", """{"kind":"pingFailure","seconds":5}""", "seconds")]
    [InlineData("POST faults", """{"kind":"slowLaunch","seconds":0}""", "seconds")]
    [InlineData("POST faults", """{"kind":"slowLaunch","seconds":86401}""", "seconds")]
    [InlineData("POST faults", """{"kind":"slowLaunch","seconds":"5"}""", "seconds")]
    [InlineData("POST faults", """{"kind":"instanceCrash","times":10001}""", "times")]
    [InlineData("POST faults", """{"kind":"instanceCrash","operation":"DescribeEndpoint"}""", "operation")]
    [InlineData("POST faults", """{"kind":"alarmPermissionDenied","fleet":"new"}""", "fleet")]
    [InlineData("POST faults", """{"kind":"alarmPermissionDenied","atInstance":1}""", "atInstance")]
    [InlineData("POST faults", """{"kind":"throttling","endpoint":"demo"}""", "endpoint")]
    [InlineData("POST faults", """{"kind":"throttling","operation":"DescribeEndpoints"}""", "operation")]
    [InlineData("POST faults", """{"kind":"internalError","rate":0}""", "rate")]
    [InlineData("POST faults", """{"kind":"internalError","rate":1.1}""", "rate")]
    [InlineData("POST faults", """{"kind":"internalError","atInstance":2}""", "atInstance")]
    [InlineData("POST faults", """{"kind":"insufficientCapacity","enpoint":"demo"}""", "enpoint")]
    public async Task Call_WithABadMember_IsRefusedAndNamesIt(string route, string body, string field)
    {
        await _account.HasModel();
        var before = WorldPrinter.Print(_account);

        var answer = await _account.Ours(route, body);

        answer.Status.Should().Be(400, answer.Text);
        answer.ContentType.Should().StartWith("application/problem+json");
        answer.At("field").Should().Be(field);
        answer.At("detail").Should().NotBeNullOrEmpty();
        answer.Text.Should().NotContainAny("System.", "Microsoft.", "RollingDeploy.Host", "   at ", "Exception", "Nullable", "Json");
        WorldPrinter.Print(_account).Should().Be(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("seconds=1")]
    [InlineData("""{"seconds":1}{"seconds":1}""")]
    public async Task Call_WithABodyThatIsNoJsonObject_IsRefused(string body)
    {
        foreach (var route in (string[])["POST clock/advance", "PUT clock", "POST faults"])
        {
            var answer = await _account.Ours(route, body);

            answer.Status.Should().Be(400, route + answer.Text);
            answer.ContentType.Should().StartWith("application/problem+json");
            answer.At("detail").Should().NotBeNullOrEmpty().And.NotContainAny("System.", "Microsoft.", "RollingDeploy.Host", "Exception");
        }
    }

    [Fact]
    public async Task Call_WithAMemberTwice_SaysSo()
    {
        var answer = await _account.Ours("PUT models/model/behavior", """{"latencyMs":{"median":1,"median":2}}""");

        answer.At("detail").Should().Be("The member 'latencyMs.median' appears twice.");
    }

    [Theory]
    [InlineData("PUT clock", """{"mode":"froze"}""", "Unknown value 'froze' for mode. Use real, scaled, frozen or skip.")]
    [InlineData("PUT clock", """{"mode":2}""", "Unknown value for mode. Use real, scaled, frozen or skip.")]
    [InlineData("PUT clock", """{"stopAt":"baking"}""", "stopAt baking can only be used with the mode skip.")]
    [InlineData("PUT clock", """{"now":"2029-12-31T23:59:59.5Z"}""", "2029-12-31T23:59:59.5Z is before the current virtual time, 2030-01-01T00:00:00Z. To go back in time, call POST /_rollingdeploy/reset.")]
    [InlineData("POST clock/advance", """{"to":"2029-12-31T23:59:59+01:00"}""", "2029-12-31T22:59:59Z is before the current virtual time, 2030-01-01T00:00:00Z. To go back in time, call POST /_rollingdeploy/reset.")]
    [InlineData("POST clock/advance", """{"seconds":"5"}""", "The value of 'seconds' has the wrong type (line 1, byte 14). See /swagger.")]
    [InlineData("POST clock/advance", """{"until":{"endpoint":"demo","status":"Ready"}}""", "Unknown value 'Ready' for until.status. Use *InService*")]
    [InlineData("POST faults", "{}", "kind is required. Use insufficientCapacity, * or *.")]
    [InlineData("POST faults", """{"kind":"throttling","fleet":"new"}""", "A fault of the kind throttling cannot have the member fleet. It can have operation, rate, times, when.")]
    [InlineData("POST faults", """{"kind":"pingFailure","instanceType":"m5.large"}""", "'m5.large' is not a SageMaker instance type. Use a name such as ml.m5.large.")]
    [InlineData("POST faults", """{"kind":"throttling","operation":"DescribeEndpoints"}""", "RollingDeploy does not serve the operation 'DescribeEndpoints'. /swagger lists those that it serves.")]
    public async Task Call_WithABadMember_SaysWhatWouldBeRight(string route, string body, string detail)
    {
        var answer = await _account.Ours(route, body);

        answer.At("detail").Should().Match(detail);
    }

    [Theory]
    [InlineData("GET endpoints/nope/deployments", "There is no endpoint 'nope'")]
    [InlineData("GET endpoints/nope/deployments/d-000001", "There is no endpoint 'nope'")]
    [InlineData("GET endpoints/nope/journal", "There is no endpoint 'nope'")]
    [InlineData("DELETE faults/fault-999999", "There is no fault 'fault-999999'")]
    public async Task Call_OfWhatIsNotThere_IsNotFound(string route, string detail)
    {
        var answer = await _account.Ours(route);

        answer.Status.Should().Be(404);
        answer.ContentType.Should().StartWith("application/problem+json");
        answer.At("detail").Should().Be($"{detail} in account {_account.Id}, region us-east-1.");
    }

    [Fact]
    public async Task Advance_UntilAnUnknownEndpoint_IsNotFound()
    {
        var answer = await _account.Ours("POST clock/advance", """{"until":{"endpoint":"nope","status":"InService"}}""");

        answer.Status.Should().Be(404);
        answer.At("detail").Should().Be($"There is no endpoint 'nope' in account {_account.Id}, region us-east-1.");
    }

    [Theory]
    [InlineData("GET", "/_rollingdeploy/nothing")]
    [InlineData("POST", "/_rollingdeploy/clock")]
    [InlineData("DELETE", "/_rollingdeploy/reset")]
    public async Task Call_OfARouteThatIsNotThere_IsNotFound(string method, string path)
    {
        var answer = await _account.Send(new HttpMethod(method), path, null, null);

        answer.Status.Should().Be(404);
        answer.ContentType.Should().StartWith("application/problem+json");
    }

    [Theory]
    [InlineData("?account=12", "account")]
    [InlineData("?account=11112222333x", "account")]
    [InlineData("?region=mars", "region")]
    public async Task Call_WithAnOddAccountOrRegion_IsRefusedAndNamesIt(string query, string field)
    {
        foreach (var path in (string[])["clock", "faults", "endpoints/demo/journal"])
        {
            var answer = await _account.Send(HttpMethod.Get, $"/_rollingdeploy/{path}{query}", null, null);

            (answer.Status, answer.At("field")).Should().Be((400, field));
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("image/png;q=0.1")]
    public async Task Refusal_WhateverIsAccepted_IsProblemDetails(string accept)
    {
        var answer = await _account.Send(HttpMethod.Put, "/_rollingdeploy/clock", """{"speed":0}""", "text/plain", ("Accept", accept));

        answer.Status.Should().Be(400);
        answer.ContentType.Should().StartWith("application/problem+json");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task Call_WithAnyContentType_ReadsJson(string? contentType)
    {
        var answer = await _account.Send(HttpMethod.Post, $"/_RollingDeploy/clock/advance?account={_account.Id}", """{"seconds":1}""", contentType);

        answer.Status.Should().Be(200);
    }
}
