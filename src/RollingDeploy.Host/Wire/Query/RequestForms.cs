using System.Text;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>The forms of requests.</summary>
internal static class RequestForms
{
    extension(Request request)
    {
        /// <summary>The form in the body, or in the query string if there is no body.</summary>
        public FormNode Form => request.Parsed(static request => Query.Form.Parse(
            request.Body.IsEmpty ? Encoding.UTF8.GetBytes(request.Head.QueryString.Value?.TrimStart('?') ?? "") : request.Body));
    }
}
