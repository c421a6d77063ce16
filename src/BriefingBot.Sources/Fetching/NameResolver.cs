using System.Net;

namespace BriefingBot.Sources.Fetching;

/// <summary>Looks up the addresses of a host's name.</summary>
internal delegate Task<IPAddress[]> NameResolver(string host, CancellationToken cancellationToken);
