"""Metrics Insights: queries in GetMetricData, and an alarm on a query with its contributors that sends a deployment back."""

from alarm_rollbacks import REASON, history, report
from alarm_refusals import invalid
from metric_data import Asked
from rollingdeploy import Speaking, World, assert_equal, at, count, guarded, rolling

MANY = "Metrics expression that return multi time series are only allowed for MetricsInsights expression with an ORDER BY clause"


def query(text, query_id="q1", period=60, **more):
    """A Metrics Insights query."""
    return {"Id": query_id, "Expression": text, "Period": period, **more}


def fleet(world, text='SELECT SUM(Errors) FROM SCHEMA(Scorer, EndpointName) GROUP BY EndpointName ORDER BY MAX() DESC', **more):
    """An alarm on the errors of every endpoint."""
    world.cloudwatch.put_metric_alarm(**{
        "AlarmName": "fleet", "EvaluationPeriods": 1, "Threshold": 5, "ComparisonOperator": "GreaterThanThreshold",
        "TreatMissingData": "notBreaching", "Metrics": [query(text)], **more})


def errors(world, **endpoints):
    """Reports errors of endpoints, as of now."""
    world.cloudwatch.put_metric_data(Namespace="Scorer", MetricData=[
        {"MetricName": "Errors", "Value": value, "Dimensions": [{"Name": "EndpointName", "Value": name}]}
        for name, value in endpoints.items()])


def test_queries(protocol):
    """Aggregates of all metrics, groups with their labels in their order, conditions, and metric math on the result."""
    world = Asked(protocol)
    world.put(*({"MetricName": "m", "Value": value, "Timestamp": at(0), "Dimensions": [
        {"Name": name, "Value": text} for name, text in labels.items()]} for value, labels in [
            (1.0, {"e": "a"}), (2.0, {"e": "a", "v": "x"}), (6.0, {"e": "b", "v": "x"}), (7.0, {})]))

    def labelled(text):
        return [(result["Label"], result["Values"]) for result in world.results(query(text))]

    assert_equal(labelled("SELECT SUM(m) FROM Scorer"), [("q1", [16.0])])
    assert_equal(labelled("SELECT COUNT(m) FROM SCHEMA(Scorer, v, e)"), [("q1", [2.0])])
    assert_equal(labelled("select max(m) from schema(Scorer)"), [("q1", [7.0])])
    assert_equal(labelled("SELECT AVG(m) FROM \"Scorer\" WHERE v = 'x' AND e != 'b'"), [("q1", [2.0])])
    assert_equal(labelled("SELECT SUM(m) FROM Scorer GROUP BY e"), [("a", [3.0]), ("b", [6.0]), ("Other", [7.0])])
    assert_equal(labelled("SELECT MIN(m) FROM Scorer GROUP BY e, v ORDER BY MAX() DESC LIMIT 2"),
                 [("1 - Other Other", [7.0]), ("2 - b x", [6.0])])
    shares = world.results(query("SELECT SUM(m) FROM Scorer GROUP BY e", ReturnData=False), {"Id": "half", "Expression": "q1 / 2"})
    assert_equal([(result["Label"], result["Values"]) for result in shares], [("a", [1.5]), ("b", [3.0]), ("Other", [3.5])])


def test_refusals(protocol):
    """Faults of syntax, what is not simulated, and the limits of a request and of an alarm."""
    world = Speaking(protocol)
    span = {"StartTime": at(0), "EndTime": at(600)}
    world.refuses_each("get_metric_data", span, *invalid(*(
        (f"Error in expression 'q1': {text}\n", {"MetricDataQueries": [query(select)]}) for select, text in [
            ("SELECT MEDIAN(m) FROM Scorer", "Invalid syntax. 'MEDIAN' is not a valid aggregate function"),
            ("SELECT SUM(Count) FROM Scorer", "Invalid syntax. Reserved keyword 'Count' must be surrounded by double quotes"),
            ("SELECT SUM(m) FROM AWS/SageMaker", "Invalid syntax near '/SageMaker'. The end of the query is expected"),
            ("SELECT SUM(m) FROM Scorer LIMIT 501", "Invalid syntax near '501'. A number from 1 to 500 is expected"),
            ("SELECT SUM(m) FROM Scorer GROUP BY tag.team", "RollingDeploy does not simulate tags in Metrics Insights queries")]),
        ("Maximum number of queries (1) exceeded", {"MetricDataQueries": [
            query("SELECT SUM(m) FROM Scorer"), query("SELECT SUM(m) FROM Scorer", "q2")]})))
    world.refuses_each(
        "put_metric_alarm",
        {"AlarmName": "a", "EvaluationPeriods": 1, "Threshold": 5, "ComparisonOperator": "GreaterThanThreshold"},
        *invalid(
            (MANY, {"Metrics": [query("SELECT SUM(m) FROM Scorer GROUP BY e")]}),
            ("Invalid metrics list", {"Metrics": [
                {"Id": "e1", "Expression": "q1 / q2"}, query("SELECT SUM(m) FROM Scorer", ReturnData=False),
                query("SELECT SUM(n) FROM Scorer", "q2", ReturnData=False)]})))
    world.refuses("ResourceNotFoundException", "The alarm none does not exist.",
                  lambda: world.cloudwatch.describe_alarm_contributors(AlarmName="none"), 404)


def test_contributors(protocol):
    """Each endpoint has its own state; the alarm is in ALARM while one of them is, and the history tells of both."""
    world = Speaking(protocol)
    fleet(world)

    def state():
        alarm = world.cloudwatch.describe_alarms(AlarmNames=["fleet"])["MetricAlarms"][0]
        return alarm["StateValue"], alarm["StateReason"]

    def contributors():
        return world.cloudwatch.describe_alarm_contributors(AlarmName="fleet")["AlarmContributors"]

    errors(world, a=1, b=9)
    world.advance(60)
    assert_equal(state(), ("ALARM", "1 out of 2 time series evaluated to ALARM"))
    only, = contributors()
    assert_equal((only["ContributorAttributes"], only["StateTransitionedTimestamp"]), ({"EndpointName": "b"}, at(60)))
    assert only["StateReason"].startswith("Threshold Crossed: 1 datapoint was greater than the threshold (5.0)."), only

    errors(world, a=7, b=1)
    world.advance(60)
    assert_equal(state()[0], "ALARM")
    assert_equal([each["ContributorAttributes"] for each in contributors()], [{"EndpointName": "a"}])

    errors(world, a=1, b=1)
    world.advance(60)
    assert_equal((state(), contributors()), (("OK", "2 time series evaluated to OK"), []))
    told = world.cloudwatch.describe_alarm_history(
        AlarmName="fleet", HistoryItemType="AlarmContributorStateUpdate", ScanBy="TimestampAscending")["AlarmHistoryItems"]
    assert_equal(sorted((item["AlarmContributorAttributes"]["EndpointName"], item["HistorySummary"][-5:]) for item in told),
                 [("a", "ALARM"), ("a", "to OK"), ("b", "ALARM"), ("b", "to OK")])


def test_an_alarm_on_a_query_rolls_a_deployment_back():
    """The errors of one endpoint among several send the deployment back at the full minute, without set_alarm_state."""
    world = World().endpoint()
    fleet(world)
    world.update(guarded(rolling(count(1)), "fleet"))
    world.advance(100)
    errors(world, a=4, b=4)
    world.advance(60)
    assert_equal(world.describe()["EndpointStatus"], "Updating")
    minute = (world.now // 60 + 1) * 60
    errors(world, a=4, b=6)

    world.until()

    shown = world.describe()
    assert_equal((shown["EndpointStatus"], shown["EndpointConfigName"], shown["FailureReason"]),
                 ("InService", "old", REASON.format("fleet")))
    assert_equal(history(world, "fleet", "MetricAlarm"), [at(minute)])


def test_an_alarm_on_one_series_rolls_a_deployment_back():
    """A query without GROUP BY adds the errors of all metrics up: four and four are too many."""
    world = World().endpoint()
    fleet(world, "SELECT SUM(Errors) FROM Scorer")
    world.update(guarded(rolling(count(1)), "fleet"))
    world.advance(100)
    report(world, Errors=4)
    world.advance(60)
    assert_equal(world.describe()["EndpointStatus"], "Updating")
    errors(world, a=4, b=4)

    world.until()

    assert_equal(world.describe()["FailureReason"], REASON.format("fleet"))
