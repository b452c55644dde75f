"""What the stories share: a world that is told by AWS's calls alone, in which requests come in while time passes."""

import json

from rollingdeploy import IMAGE, ROLE, World

OFTEN = {"Delay": 0, "MaxAttempts": 400}
TICK, CALLS = 5, 4
RATE = "errors"
LATENCY = "latency"


class Told(World):
    """Nothing but the clock is ours here: no route says how a model behaves, no alarm is set, no traffic is made up."""

    def __init__(self):
        super().__init__()
        self.runtime = self.client("sagemaker-runtime")
        self.answers, self.seen = [], []

    def call(self, method, path, body=None):
        assert path.startswith("/_rollingdeploy/clock"), f"{path} is not AWS's"
        return super().call(method, path, body)

    def made(self, name, **environment):
        """A model whose environment says how it behaves, and a configuration of its name."""
        self.sagemaker.create_model(ModelName=name, ExecutionRoleArn=ROLE, PrimaryContainer={
            "Image": IMAGE, "Environment": {f"ROLLINGDEPLOY_{word}": value for word, value in environment.items()}})
        self.config(name, 3, model=name)
        return self

    def served(self):
        """An endpoint of three instances that has served a good model for two minutes."""
        self.made("good").sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="good")
        self.until()
        for _ in range(120 // TICK):
            self.tick()
        return self

    def watch_errors(self):
        """One call in twenty fails, whoever answers it."""
        self.put_alarm(RATE, "Invocation5XXErrors", {}, Statistic="Average", Threshold=0.05, TreatMissingData="notBreaching")

    def watch_latency(self, config):
        """The slowest of a hundred of the new configuration's answers takes 200 ms."""
        self.put_alarm(LATENCY, "ModelLatency", {"EndpointConfigName": config}, ExtendedStatistic="p99", Threshold=200_000)

    def put_alarm(self, name, metric, dimensions, **more):
        dimensions = {"EndpointName": "e", "VariantName": "blue", **dimensions}
        self.cloudwatch.put_metric_alarm(
            AlarmName=name, Namespace="AWS/SageMaker", MetricName=metric, Period=60, EvaluationPeriods=1,
            ComparisonOperator="GreaterThanOrEqualToThreshold",
            Dimensions=[{"Name": key, "Value": value} for key, value in dimensions.items()], **more)

    def tick(self):
        """Five seconds with four requests: what lasts as long as a launch is seen."""
        for _ in range(CALLS):
            self.invoke()
        self.advance(TICK)

    def invoke(self):
        try:
            self.answers.append(self.runtime.invoke_endpoint(EndpointName="e", Body=b"1,2,3")["ResponseMetadata"]["HTTPStatusCode"])
        except self.runtime.exceptions.ModelError as error:
            self.answers.append(error.response["OriginalStatusCode"])

    def wait(self):
        """boto3's own waiter; between its looks requests come in and time passes, and what it saw is kept."""
        def look(parsed, **_):
            self.seen.append(parsed)
            if parsed["EndpointStatus"] != "InService":
                self.tick()

        self.seen, self.answers = [], []
        events = self.sagemaker.meta.events
        events.register("after-call.sagemaker.DescribeEndpoint", look)
        try:
            self.sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e", WaiterConfig=OFTEN)
        finally:
            events.unregister("after-call.sagemaker.DescribeEndpoint", look)
        return self.seen[-1]

    def stages(self):
        """What DescribeEndpoint showed of the deployment, each stage once: what the new variant does, and how many of it are active."""
        found = []
        for shown in self.seen[:-1]:
            [variant] = shown["PendingDeploymentSummary"]["ProductionVariants"]
            for status in variant.get("VariantStatus", []):
                stage = (status["Status"], status["StatusMessage"], variant["CurrentInstanceCount"])
                found += [] if found[-1:] == [stage] else [stage]
        return found

    def alarms(self):
        """The alarms' states by name."""
        return {each["AlarmName"]: each["StateValue"] for each in self.cloudwatch.describe_alarms()["MetricAlarms"]}

    def changes(self, name):
        """An alarm's changes of state, oldest first, as its history has them."""
        items = self.cloudwatch.describe_alarm_history(AlarmName=name, HistoryItemType="StateUpdate", ScanBy="TimestampAscending")
        return [json.loads(item["HistoryData"]) for item in items["AlarmHistoryItems"]]
