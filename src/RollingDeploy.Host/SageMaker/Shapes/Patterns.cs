namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Patterns of several members, as in AWS's model. Error messages contain them.</summary>
internal static class Patterns
{
    /// <summary>Names of endpoints, endpoint configurations and variants.</summary>
    public const string EndpointName = @"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}";

    /// <summary>Names of models and inference components.</summary>
    public const string ModelName = @"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?";

    public const string Hostname = @"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}";

    public const string NameContains = @"[a-zA-Z0-9-]+";

    public const string EndpointArn = @"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:endpoint/.*";

    public const string EndpointConfigArn = @"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:endpoint-config/.*";

    public const string ModelArn = @"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:model/.*";

    public const string MlReservationArn = @"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z0-9\-]{1,14}/.*";

    /// <summary>ARNs of SageMaker resources with tags.</summary>
    public const string ResourceArn = @"arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+";

    public const string RoleArn = @"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+";

    public const string SnsTopicArn = @"arn:aws[a-z\-]*:sns:[a-z0-9\-]*:[0-9]{12}:[a-zA-Z0-9_.-]+";

    /// <summary>The ID, alias or ARN of a key.</summary>
    public const string KmsKeyId = @"[a-zA-Z0-9:/_-]*";

    /// <summary>IDs of security groups and subnets.</summary>
    public const string VpcResourceId = @"[-0-9a-zA-Z]+";

    /// <summary>
    /// Instance types. This pattern is RollingDeploy's. AWS has an enumeration (<see cref="InstanceTypes"/>), and keeps extending
    /// it.
    /// </summary>
    public const string InstanceType = @"ml\.[a-z0-9\-]+\.[a-z0-9\-]+";

    public const string Image = @"[\S]+";

    public const string Url = @"(https|s3)://([^/]+)/?(.*)";

    /// <summary>
    /// An S3 URI. The pattern has AWS's mistake: its bucket has one character, and the last group matches the rest.
    /// </summary>
    public const string DestinationS3Uri = @"(https|s3)://([^/])/?(.*)";

    public const string ContentType = @"[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*";

    public const string EnvironmentKey = @"[a-zA-Z_][a-zA-Z0-9_]*";

    public const string EnvironmentValue = @"[\S\s]*";

    /// <summary>The path of a container's metrics, without two dots in a row.</summary>
    public const string MetricsPath = @"/(?!.*\.\.)[a-zA-Z0-9/_.\-]+";

    /// <summary>Keys and values of tags.</summary>
    public const string TagText = @"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)";

    /// <summary>Any text without a line break.</summary>
    public const string AnyLine = @".*";
}
