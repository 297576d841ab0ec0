// Made from docs/openapi.json by `vitest -u`: see ../generated.test.ts. Do not edit.

export interface paths {
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done anywhere
         * @description Needs `platform:read`.
         */
        get: operations["auditListAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what was done anywhere
         * @description A file, the oldest entry first, made while it is sent. One that breaks off is not whole.
         *
         *     Needs `platform:read`.
         */
        get: operations["auditExportAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify the audit log
         * @description Reads the chain anew. Keep `head` elsewhere: given as `anchor` later, it shows whether the end was cut off.
         *
         *     Needs `platform:read`.
         */
        get: operations["auditVerify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{clusterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a cluster
         * @description Needs `clusters:read`.
         */
        get: operations["clustersGet"];
        put?: never;
        post?: never;
        /**
         * Delete a cluster
         * @description Needs `clusters:manage`.
         */
        delete: operations["clustersDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{clusterId}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare running containers with received streams
         * @description Needs `telemetry:read`.
         */
        get: operations["clustersCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{clusterId}/footprint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measure what the agents use
         * @description Needs `telemetry:read`.
         */
        get: operations["clustersFootprint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{clusterId}/kubeconfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace a cluster's kubeconfig
         * @description For a credential that has expired or was revoked, or a new address. Nothing changes unless every check passes, among them that it leads to the cluster that is registered. The cluster is tried again at once.
         *
         *     Needs `clusters:manage`.
         */
        put: operations["clustersReplaceKubeconfig"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{clusterId}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply the desired state again
         * @description Needs `clusters:manage`.
         */
        post: operations["clustersApplyAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{clusterId}/pipeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the pipeline
         * @description Rates from agents to store, for logs and metrics.
         *
         *     Needs `telemetry:read`.
         */
        get: operations["clustersPipeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{clusterId}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the settings of a cluster, and where each comes from
         * @description Needs `clusters:read`.
         */
        get: operations["policiesOfCluster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{clusterId}/policies/{setting}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a setting of a cluster
         * @description Needs `clusters:manage`.
         */
        put: operations["policiesSetForCluster"];
        post?: never;
        /**
         * Let policies decide a setting of a cluster
         * @description Needs `clusters:manage`.
         */
        delete: operations["policiesRemoveForCluster"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{clusterId}/preflights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a kubeconfig for a registered cluster
         * @description Runs the checks that replacing its kubeconfig runs, and stores nothing.
         *
         *     Needs `clusters:manage`.
         */
        post: operations["clustersPreflightReplacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{clusterId}/switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Switch monitoring and logging
         * @description A switch that is left out stays as it is. Without a change there is no operation.
         *
         *     Needs `clusters:manage`.
         */
        patch: operations["clustersSetSwitches"];
        trace?: never;
    };
    "/dashboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dashboards over all projects
         * @description Needs `platform:read`.
         */
        get: operations["dashboardsListAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List clusters of all projects
         * @description With their live state, those that need attention first unless sorted otherwise.
         *
         *     Covers the projects where you hold `clusters:read`.
         */
        get: operations["fleetList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count clusters by state
         * @description Covers the projects where you hold `clusters:read`.
         */
        get: operations["fleetCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grafana": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how Grafana is, and its organizations
         * @description One organization per project, and one over all of them, by name.
         *
         *     Needs `platform:read`.
         */
        get: operations["grafanaStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grafana/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare organizations with Grafana again
         * @description The worker looks at once and puts right what differs.
         *
         *     Needs `platform:manage`.
         */
        post: operations["grafanaSyncAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List identity providers
         * @description Needs `platform:read`.
         */
        get: operations["identityProvidersList"];
        put?: never;
        /**
         * Add an identity provider
         * @description The client secret is sealed and never shown again.
         *
         *     Needs `platform:manage`.
         */
        post: operations["identityProvidersCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity-providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an identity provider
         * @description Ends the sessions it has vouched for, and the roles of its groups. People stay.
         *
         *     Needs `platform:manage`.
         */
        delete: operations["identityProvidersDelete"];
        options?: never;
        head?: never;
        /**
         * Change an identity provider
         * @description Switching it off ends the sessions it has vouched for. The issuer stays: add another provider instead.
         *
         *     Needs `platform:manage`.
         */
        patch: operations["identityProvidersUpdate"];
        trace?: never;
    };
    "/identity-providers/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test an issuer
         * @description Fetches its discovery document as a sign-in would. Nothing is stored.
         *
         *     Needs `platform:manage`.
         */
        post: operations["identityProvidersTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get yourself */
        get: operations["sessionMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your identity providers
         * @description By session only: a token cannot change its own account.
         */
        get: operations["connectionsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/connections/{providerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect an identity provider
         * @description By session only: a token cannot change its own account.
         */
        delete: operations["connectionsRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your password
         * @description By session only: a token cannot change its own account.
         */
        put: operations["accountChangePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description By session only: a token cannot change its own account.
         */
        get: operations["accountSessions"];
        put?: never;
        post?: never;
        /**
         * End all your other sessions
         * @description By session only: a token cannot change its own account.
         */
        delete: operations["accountRevokeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session
         * @description By session only: a token cannot change its own account.
         */
        delete: operations["accountRevokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List operations
         * @description Covers the projects where you hold `operations:read`.
         */
        get: operations["operationsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an operation
         * @description Needs `operations:read`.
         */
        get: operations["operationsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{operationId}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a failed operation
         * @description Needs `clusters:manage`.
         */
        post: operations["operationsRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the policies of the platform and of its seeds
         * @description Needs `platform:read`.
         */
        get: operations["policiesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{setting}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a policy of the platform
         * @description Needs `platform:manage`.
         */
        put: operations["policiesSetForPlatform"];
        post?: never;
        /**
         * Remove a policy of the platform
         * @description Needs `platform:manage`.
         */
        delete: operations["policiesRemoveForPlatform"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List projects
         * @description Covers the projects where you hold `project:read`.
         */
        get: operations["projectsList"];
        put?: never;
        /**
         * Create a project
         * @description Needs `platform:manage`.
         */
        post: operations["projectsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a project
         * @description Needs `project:read`.
         */
        get: operations["projectsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a project
         * @description Needs `project:manage`.
         */
        patch: operations["projectsRename"];
        trace?: never;
    };
    "/projects/{project}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done in a project
         * @description Needs `audit:read`.
         */
        get: operations["auditList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what was done in a project
         * @description A file, the oldest entry first, made while it is sent. One that breaks off is not whole.
         *
         *     Needs `audit:read`.
         */
        get: operations["auditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List clusters of a project
         * @description Needs `clusters:read`.
         */
        get: operations["clustersList"];
        put?: never;
        /**
         * Register a cluster
         * @description Nothing is stored unless every check passes. Follow the change by the operation that is named.
         *
         *     Needs `clusters:manage`.
         */
        post: operations["clustersCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/dashboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dashboards
         * @description Needs `telemetry:read`.
         */
        get: operations["dashboardsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/dashboards/{uid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a dashboard
         * @description Needs `telemetry:read`.
         */
        get: operations["dashboardsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/grafana": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See whether Grafana is in step with a project
         * @description Needs `telemetry:read`.
         */
        get: operations["dashboardsStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/member-subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find groups and service accounts to add
         * @description Needs `members:manage`.
         */
        get: operations["membersSubjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description Needs `members:read`.
         */
        get: operations["membersList"];
        put?: never;
        /**
         * Add a member
         * @description Gives a person, a group of an identity provider or a service account a role in the project or in a part of it. Somebody Oriel does not know yet gets a one-time link, which is shown in this answer only. A link that the owner of another project was shown ends; a password that was set through one is refused (409) until a platform administrator makes a new link or the person connects an identity provider.
         *
         *     Needs `members:manage`.
         */
        post: operations["membersAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member
         * @description Needs `members:manage`.
         */
        delete: operations["membersRemove"];
        options?: never;
        head?: never;
        /**
         * Change a member’s role or its reach
         * @description What is left out stays as it is.
         *
         *     Needs `members:manage`.
         */
        patch: operations["membersChange"];
        trace?: never;
    };
    "/projects/{project}/members/{memberId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new one-time link for a member
         * @description For a person who has not signed in yet. It ends the link they had.
         *
         *     Needs `members:manage`.
         */
        post: operations["membersNewLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/own-dashboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the dashboards that are kept for a project
         * @description Needs `telemetry:read`.
         */
        get: operations["ownDashboardsList"];
        put?: never;
        /**
         * Add a dashboard to a project
         * @description Needs `dashboards:manage`.
         */
        post: operations["ownDashboardsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/own-dashboards/{uid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a dashboard of a project’s own
         * @description Needs `telemetry:read`.
         */
        get: operations["ownDashboardsGet"];
        /**
         * Replace a dashboard of a project’s own
         * @description Needs `dashboards:manage`.
         */
        put: operations["ownDashboardsUpdate"];
        post?: never;
        /**
         * Delete a dashboard of a project’s own
         * @description Needs `dashboards:manage`.
         */
        delete: operations["ownDashboardsDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what policies say about a project
         * @description Needs `project:read`.
         */
        get: operations["policiesOfProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/policies/{setting}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a policy of a project
         * @description Needs `project:manage`.
         */
        put: operations["policiesSetForProject"];
        post?: never;
        /**
         * Remove a policy of a project
         * @description Needs `project:manage`.
         */
        delete: operations["policiesRemoveForProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/preflights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a kubeconfig
         * @description Runs the checks that registering runs, and stores nothing.
         *
         *     Needs `clusters:manage`.
         */
        post: operations["clustersPreflight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/seeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the seeds of a project
         * @description Where a new cluster of the project may store its data.
         *
         *     Needs `clusters:manage`.
         */
        get: operations["seedsOfProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project’s service accounts
         * @description Needs `members:manage`.
         */
        get: operations["serviceAccountsList"];
        put?: never;
        /**
         * Create a service account in a project
         * @description Needs `members:manage`.
         */
        post: operations["serviceAccountsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/service-accounts/{serviceAccountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a project’s service account
         * @description Needs `members:manage`.
         */
        delete: operations["serviceAccountsDelete"];
        options?: never;
        head?: never;
        /**
         * Enable or disable a project’s service account
         * @description Needs `members:manage`.
         */
        patch: operations["serviceAccountsSetEnabled"];
        trace?: never;
    };
    "/projects/{project}/service-accounts/{serviceAccountId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tokens of a project’s service account
         * @description Needs `members:manage`.
         */
        get: operations["serviceAccountsTokens"];
        put?: never;
        /**
         * Create a token of a project’s service account
         * @description Needs `members:manage`.
         */
        post: operations["serviceAccountsCreateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/service-accounts/{serviceAccountId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token of a project’s service account
         * @description Needs `members:manage`.
         */
        delete: operations["serviceAccountsRevokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/service-accounts/{serviceAccountId}/tokens/{tokenId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a token of a project’s service account
         * @description Needs `members:manage`.
         */
        post: operations["serviceAccountsRotateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List seeds
         * @description Needs `platform:read`.
         */
        get: operations["seedsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seeds/{seedId}/policies/{setting}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a policy of a seed
         * @description Needs `platform:manage`.
         */
        put: operations["policiesSetForSeed"];
        post?: never;
        /**
         * Remove a policy of a seed
         * @description Needs `platform:manage`.
         */
        delete: operations["policiesRemoveForSeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the platform’s service accounts
         * @description Needs `platform:read`.
         */
        get: operations["platformServiceAccountsList"];
        put?: never;
        /**
         * Create a service account of the platform
         * @description Needs `platform:manage`.
         */
        post: operations["platformServiceAccountsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-accounts/{serviceAccountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a service account of the platform
         * @description Needs `platform:manage`.
         */
        delete: operations["platformServiceAccountsDelete"];
        options?: never;
        head?: never;
        /**
         * Enable or disable a service account of the platform
         * @description Needs `platform:manage`.
         */
        patch: operations["platformServiceAccountsSetEnabled"];
        trace?: never;
    };
    "/service-accounts/{serviceAccountId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tokens of a service account of the platform
         * @description Needs `platform:read`.
         */
        get: operations["platformServiceAccountsTokens"];
        put?: never;
        /**
         * Create a token of a service account of the platform
         * @description Needs `platform:manage`.
         */
        post: operations["platformServiceAccountsCreateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-accounts/{serviceAccountId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token of a service account of the platform
         * @description Needs `platform:manage`.
         */
        delete: operations["platformServiceAccountsRevokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-accounts/{serviceAccountId}/tokens/{tokenId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a token of a service account of the platform
         * @description Needs `platform:manage`.
         */
        post: operations["platformServiceAccountsRotateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how far set-up is
         * @description Needs `platform:read`.
         */
        get: operations["setupStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your tokens
         * @description By session only: a token cannot change its own account.
         */
        get: operations["tokensList"];
        put?: never;
        /**
         * Create a token
         * @description By session only: a token cannot change its own account.
         */
        post: operations["tokensCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description By session only: a token cannot change its own account.
         */
        delete: operations["tokensRevoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{tokenId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a token
         * @description Makes a token with the same properties. The old one goes on working for the overlap.
         *
         *     By session only: a token cannot change its own account.
         */
        post: operations["tokensRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people and service accounts
         * @description Needs `platform:read`.
         */
        get: operations["usersList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Enable or disable somebody, or make them an administrator
         * @description What is left out stays as it is.
         *
         *     Needs `platform:manage`.
         */
        patch: operations["usersChange"];
        trace?: never;
    };
    "/users/{userId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a one-time link with which a person sets a new password
         * @description Needs `platform:manage`.
         */
        post: operations["usersNewLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a person’s sessions
         * @description Needs `platform:manage`.
         */
        get: operations["usersSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a person’s session
         * @description Needs `platform:manage`.
         */
        delete: operations["usersRevokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a person out everywhere
         * @description Needs `platform:manage`.
         */
        post: operations["usersSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AddedMember: {
            /** @description One-time address at which a person without a password sets one. Shown once; null where none is needed, and where they belong elsewhere too, so that only a platform administrator may make one. */
            link: string | null;
            member: components["schemas"]["Member"];
        };
        AuditEntry: {
            action: string;
            /** @description E-mail address; `oriel` is the platform itself. */
            actor: string;
            actorId: string | null;
            address: string | null;
            after: unknown;
            /** Format: date-time */
            at: string;
            before: unknown;
            /** @description With what they acted; null where nobody was signed in. */
            credential: ({
                /** @constant */
                kind: "session";
            } | {
                id: string;
                /** @constant */
                kind: "token";
                name: string;
            }) | null;
            /** @description Hexadecimal SHA-256 of the chain up to this entry. */
            hash: string | null;
            /** @description Decimal digits. */
            id: string;
            /** @description Place in the chain, from 1. */
            position: string | null;
            /** @description Its slug; null where it is gone. */
            project: string | null;
            /** @description Null for what concerns the platform. */
            projectId: string | null;
            targetId: string;
            /** @description What a cluster, project or seed is called now; null otherwise. */
            targetName: string | null;
            targetType: string;
        };
        AuditPage: {
            /** @description The newest first. */
            items: components["schemas"]["AuditEntry"][];
            nextCursor: string | null;
        };
        AuditVerification: {
            /** @description False where the trail is longer than one answer reads. */
            complete: boolean;
            /** @description How many were read. */
            entries: number;
            /** @description The anchor of the last entry that was read; null for an empty trail. */
            head: string | null;
            /** @description None: the trail is whole. */
            problems: {
                kind: string;
                message: string;
            }[];
        };
        Cluster: {
            apiServer: string;
            /** @description What the person may do here. */
            canManage: boolean;
            certificateExpiresAt: string | null;
            collectors: {
                id: string;
                /** Format: date-time */
                lastSeenAt: string;
                node: string;
                role: string;
                status: string;
                statusMessage: string | null;
                version: string | null;
            }[];
            conditions: {
                /** Format: date-time */
                lastTransitionAt: string;
                message: string;
                /** Format: date-time */
                observedAt: string;
                reason: string;
                /** @enum {string} */
                status: "True" | "False" | "Unknown";
                type: string;
            }[];
            /** Format: date-time */
            createdAt: string;
            deletionRequestedAt: string | null;
            firstLogAt: string | null;
            firstMetricAt: string | null;
            /** Format: uuid */
            id: string;
            kubernetesVersion: string | null;
            lastLogAt: string | null;
            lastMetricAt: string | null;
            lastReachedAt: string | null;
            latencyMs: number | null;
            loggingEnabled: boolean;
            monitoringEnabled: boolean;
            name: string;
            nodeCount: number | null;
            /** @description Newest first, at most five. */
            operationIds: string[];
            project: {
                name: string;
                slug: string;
            };
            region: string;
            retryAt: string | null;
            seed: {
                /** Format: uuid */
                id: string;
                name: string;
            };
        };
        ClusterCoverage: {
            /** Format: date-time */
            at: string;
            expected: number;
            found: number;
            /** @description False where the figures that are compared are not there: a switch is off, or nothing was scraped yet. */
            known: boolean;
            missing: {
                container: string;
                namespace: string;
                pod: string;
                startedAt: string | null;
            }[];
        };
        ClusterFootprint: {
            logs: components["schemas"]["Footprint"];
            metrics: components["schemas"]["Footprint"];
        };
        ClusterList: {
            clusters: components["schemas"]["ClusterSummary"][];
            nextCursor: string | null;
        };
        ClusterPipeline: {
            /** Format: date-time */
            at: string;
            logs: components["schemas"]["PipelineLane"];
            metrics: components["schemas"]["PipelineLane"];
            nodeCount: number | null;
            seedName: string;
        };
        ClusterSummary: {
            /** Format: date-time */
            createdAt: string;
            deletionRequestedAt: string | null;
            firstLogAt: string | null;
            firstMetricAt: string | null;
            /** Format: uuid */
            id: string;
            kubernetesVersion: string | null;
            loggingEnabled: boolean;
            monitoringEnabled: boolean;
            name: string;
            nodeCount: number | null;
            region: string;
            seed: {
                /** Format: uuid */
                id: string;
                name: string;
            };
        };
        CreatedCluster: {
            /** Format: uuid */
            clusterId: string;
            operationId: string | null;
        };
        CreatedProject: {
            /** Format: uuid */
            id: string;
            slug: string;
        };
        CreatedToken: {
            token: components["schemas"]["Token"];
            value: string;
        };
        Dashboard: {
            /** @description Title of its folder in Grafana. */
            folder: string;
            /**
             * @description Provided by Oriel, the project's own by the API or from a ConfigMap, or made in Grafana.
             * @enum {string}
             */
            origin: "oriel" | "api" | "config_map" | "grafana";
            /** @description By you. */
            starred: boolean;
            tags: string[];
            title: string;
            uid: string;
        };
        DashboardDetail: {
            /** @description Null for one that only Grafana knows. */
            title: string | null;
            uid: string;
            /** @description What may be chosen on it; null where only Grafana itself can offer that. */
            variables: components["schemas"]["DashboardVariable"][] | null;
        };
        DashboardList: {
            /** @description Whether you may add and change dashboards. */
            canEdit: boolean;
            items: components["schemas"]["Dashboard"][];
            /** @description Why dashboards made in Grafana are not among them; null where all of them are. */
            missing: string | null;
        };
        DashboardVariable: {
            /** @enum {string} */
            from: "metrics" | "logs" | "text";
            label: string;
            labelName: string;
            name: string;
            /** @description May name other variables, as `$name`. */
            selector: string;
        };
        EffectiveSetting: {
            canChange: boolean;
            /** @description What holds here while this place says nothing itself. */
            inherited: {
                origin: {
                    /** @enum {string} */
                    level: "platform" | "seed" | "project" | "cluster" | "built-in";
                    /** @enum {string} */
                    mode: "default" | "enforced";
                };
                value: boolean | number;
            };
            origin: {
                /** @enum {string} */
                level: "platform" | "seed" | "project" | "cluster" | "built-in";
                /** @enum {string} */
                mode: "default" | "enforced";
            };
            /** @description What this place says itself; null where it says nothing. */
            own: {
                /** @enum {string} */
                mode: "default" | "enforced";
                value: boolean | number;
            } | null;
            /** @enum {string} */
            setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            value: boolean | number;
        };
        EndedSessions: {
            /** @description How many other sessions ended. */
            endedSessions: number;
        };
        FleetCounts: {
            /** Format: date-time */
            at: string;
            counts: {
                [key: string]: number;
            };
            seeds: number;
        };
        FleetPage: {
            /** Format: date-time */
            at: string;
            nextCursor: string | null;
            rows: components["schemas"]["FleetRow"][];
            total: number;
        };
        FleetRow: {
            agent: {
                behind: boolean;
                silent: number;
                total: number;
                version: string | null;
            } | null;
            bytesPerSecond: number | null;
            changing: boolean;
            /** Format: uuid */
            id: string;
            logs: components["schemas"]["Signal"];
            metrics: components["schemas"]["Signal"];
            name: string;
            project: {
                name: string;
                slug: string;
            };
            reachable: {
                lastReachedAt: string | null;
                latencyMs: number | null;
                message: string;
                reason: string;
                /** @enum {string} */
                status: "True" | "False" | "Unknown";
            };
            region: string;
            seed: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** @description Log bytes per second over the last hour, oldest first, one value per 2 minutes. */
            sparkline: (number | null)[];
        };
        Footprint: {
            budget: {
                bytes: number;
                cores: number;
                requestBytes: number;
                requestCores: number;
            };
            cpuCores: number | null;
            memoryBytes: number | null;
        };
        GrafanaOrganization: {
            /** Format: uuid */
            id: string;
            /** @description Why it is not in step. */
            message: string;
            name: string;
            /** @description Grafana's number of it. Null: not made yet. */
            orgId: number | null;
            /** @description Slug; null for the organization over all projects. */
            project: string | null;
            retryAt: string | null;
            /** @enum {string} */
            state: "in_step" | "pending" | "failed";
            syncedAt: string | null;
        };
        GrafanaStatus: {
            counts: {
                all: number;
                failed: number;
                inStep: number;
                pending: number;
            };
            /** @description Null until the worker has looked for the first time. */
            grafana: {
                /** Format: date-time */
                at: string;
                configured: boolean;
                message: string;
                ok: boolean;
                version: string | null;
            } | null;
            nextCursor: string | null;
            organizations: components["schemas"]["GrafanaOrganization"][];
        };
        Me: {
            isPlatformAdmin: boolean;
            projects: {
                /** @description Whether you may read what was done in it. */
                canAudit: boolean;
                canManageMembers: boolean;
                /** @description False for whoever sees a part of the project only. */
                canSeeMembers: boolean;
                /** Format: uuid */
                id: string;
                name: string;
                role: ("viewer" | "editor" | "owner") | null;
                slug: string;
            }[];
            user: {
                email: string;
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** @description Oriel's own. */
            version: string;
        };
        Member: {
            /** Format: date-time */
            addedAt: string;
            /** Format: uuid */
            id: string;
            reach: components["schemas"]["Reach"];
            /** @enum {string} */
            role: "viewer" | "editor" | "owner";
            subject: components["schemas"]["MemberSubject"];
        };
        MemberLink: {
            /** Format: uri */
            link: string;
        };
        MemberList: {
            canManage: boolean;
            members: components["schemas"]["Member"][];
            nextCursor: string | null;
            /** @description On all pages. */
            total: number;
        };
        MemberSubject: {
            email: string;
            /** @constant */
            kind: "person";
            name: string;
            /**
             * @description `invited`: has neither set a password nor signed in through a provider.
             * @enum {string}
             */
            state: "active" | "invited" | "disabled";
            /** Format: uuid */
            userId: string;
            you: boolean;
        } | {
            email: string;
            /** @constant */
            kind: "serviceAccount";
            name: string;
            /** @description Of the platform rather than of this project. */
            platform: boolean;
            /** @enum {string} */
            state: "active" | "disabled";
            /** Format: uuid */
            userId: string;
            you: boolean;
        } | {
            groupName: string;
            /** @constant */
            kind: "group";
            /** @description Who had it at their last sign-in, however long ago; 0: nobody has it yet. */
            people: number;
            /** @description False: the provider is switched off, and its groups grant nothing. */
            providerEnabled: boolean;
            providerId: string;
            providerName: string;
        };
        MemberSubjects: {
            /** @description Groups that somebody signed in with and that the asker may know of, at most 50. */
            groups: {
                groupName: string;
                people: number;
                providerId: string;
            }[];
            providers: {
                enabled: boolean;
                id: string;
                name: string;
            }[];
            /** @description At most 50. */
            serviceAccounts: {
                email: string;
                /** Format: uuid */
                id: string;
                name: string;
                platform: boolean;
            }[];
        };
        Operation: {
            attempts: number;
            /** @description Null once the cluster is gone; its name stays. */
            clusterId: string | null;
            clusterName: string;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "apply" | "remove" | "delete_cluster";
            project: {
                name: string;
                slug: string;
            };
            requestedBy: string | null;
            /** @enum {string} */
            state: "waiting" | "running" | "succeeded" | "failed" | "superseded";
            title: string;
        };
        OperationAttempt: {
            finishedAt: string | null;
            number: number;
            /** Format: date-time */
            startedAt: string;
            steps: components["schemas"]["OperationStep"][];
            succeeded: boolean | null;
        };
        OperationDetail: {
            attempts: number;
            /** @description Null once the cluster is gone; its name stays. */
            clusterId: string | null;
            clusterName: string;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "apply" | "remove" | "delete_cluster";
            project: {
                name: string;
                slug: string;
            };
            requestedBy: string | null;
            runs: components["schemas"]["OperationAttempt"][];
            /** @enum {string} */
            state: "waiting" | "running" | "succeeded" | "failed" | "superseded";
            title: string;
        };
        OperationPage: {
            nextCursor: string | null;
            operations: components["schemas"]["Operation"][];
        };
        OperationStep: {
            finishedAt: string | null;
            key: string;
            log: string;
            message: string | null;
            position: number;
            startedAt: string | null;
            /** @enum {string} */
            state: "waiting" | "running" | "succeeded" | "failed" | "skipped";
            title: string;
        };
        OwnDashboard: {
            message: string;
            /** @description The ConfigMap, where it is of one in a namespace that you may see. */
            origin: {
                cluster: string;
                key: string;
                name: string;
                namespace: string;
            } | null;
            /**
             * @description `config_map`: kept by a ConfigMap in a cluster, and changed there only.
             * @enum {string}
             */
            source: "api" | "config_map";
            /**
             * @description Whether Grafana shows it as it is here.
             * @enum {string}
             */
            state: "in_step" | "pending" | "failed";
            tags: string[];
            title: string;
            uid: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        OwnDashboardDetail: {
            message: string;
            model: {
                [key: string]: unknown;
            };
            /** @description The ConfigMap, where it is of one in a namespace that you may see. */
            origin: {
                cluster: string;
                key: string;
                name: string;
                namespace: string;
            } | null;
            /**
             * @description `config_map`: kept by a ConfigMap in a cluster, and changed there only.
             * @enum {string}
             */
            source: "api" | "config_map";
            /**
             * @description Whether Grafana shows it as it is here.
             * @enum {string}
             */
            state: "in_step" | "pending" | "failed";
            tags: string[];
            title: string;
            uid: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        OwnDashboardList: {
            dashboards: components["schemas"]["OwnDashboard"][];
        };
        PipelineLane: {
            agentsExpected: number | null;
            agentsHeard: number;
            bytesPerSecond: number | null;
            enabled: boolean;
            fresh: ("True" | "False" | "Unknown") | null;
            /** @description When freshness turned to what it is. */
            freshSince: string | null;
            lostPerSecond: number | null;
            newestAt: string | null;
            retriesPerSecond: number | null;
            /** @description Lines or samples that the agents took in and sent on. */
            sentPerSecond: number | null;
            /** @description Containers read, or targets that answer. */
            sources: number | null;
            sourcesExpected: number | null;
            /** @description What the store counted itself. */
            storedPerSecond: number | null;
        };
        Policy: {
            /** @enum {string} */
            level: "platform" | "seed" | "project" | "cluster";
            /** @enum {string} */
            mode: "default" | "enforced";
            place: string | null;
            seedId: string | null;
            /** @enum {string} */
            setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            /** Format: date-time */
            updatedAt: string;
            value: boolean | number;
        };
        PolicyException: {
            origin: {
                /** @enum {string} */
                level: "platform" | "seed" | "project" | "cluster" | "built-in";
                /** @enum {string} */
                mode: "default" | "enforced";
            };
            /** @description Its name. */
            seed: string;
            /** @enum {string} */
            setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            value: boolean | number;
        };
        Preflight: {
            apiServer: string | null;
            checks: {
                fix: string | null;
                key: string;
                message: string;
                /** @description Null: not tried, since an earlier check failed. */
                ok: boolean | null;
                title: string;
            }[];
            nodeCount: number | null;
            ok: boolean;
            version: string | null;
        };
        /** @description RFC 9457. Programs go by `code`, which never changes; `detail` is a sentence for people. */
        Problem: {
            /** @enum {string} */
            code: "bad_input" | "unauthenticated" | "forbidden" | "not_found" | "method_not_allowed" | "conflict" | "too_large" | "unsupported_media_type" | "key_reused" | "rate_limited" | "internal" | "upstream_failed" | "unavailable" | "timed_out";
            /** @description What happened and what to do. */
            detail: string;
            /** @description Field of the input that is not right, as a path: `members.0.email`. */
            field?: string;
            /** @description `urn:oriel:request:<request id>` */
            instance: string;
            /** @description Also in the header X-Request-Id, and in the log of the server. */
            requestId: string;
            /** @description Whether the same request may succeed later. */
            retryable: boolean;
            /** @description HTTP status. */
            status: number;
            /** @description The same for every problem of this code. */
            title: string;
            /** @description `urn:oriel:problem:<code>` */
            type: string;
        };
        Project: {
            clusters: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description People, groups and service accounts with a role; null for whoever may not see them. */
            members: number | null;
            name: string;
            /** @description Null for an administrator who is not a member. */
            role: ("viewer" | "editor" | "owner") | null;
            seeds: string[];
            slug: string;
        };
        ProjectDetail: {
            canManage: boolean;
            canManageClusters: boolean;
            canManageMembers: boolean;
            canSeeMembers: boolean;
            clusters: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description People, groups and service accounts with a role; null for whoever may not see them. */
            members: number | null;
            name: string;
            /** @description Null for an administrator who is not a member. */
            role: ("viewer" | "editor" | "owner") | null;
            seeds: string[];
            slug: string;
        };
        ProjectGrafana: {
            /** @description Null until the worker has looked for the first time. */
            grafana: {
                /** Format: date-time */
                at: string;
                configured: boolean;
                message: string;
                ok: boolean;
                version: string | null;
            } | null;
            objects: {
                /** Format: date-time */
                changedAt: string;
                /** @description User id of a member, uid of the others. */
                key: string;
                /** @enum {string} */
                kind: "organization" | "member" | "data_source" | "folder" | "dashboard";
                message: string;
                /** @enum {string} */
                state: "in_step" | "pending" | "failed";
            }[];
            organization: {
                /** Format: uuid */
                id: string;
                /** @description Why it is not in step. */
                message: string;
                name: string;
                /** @description Grafana's number of it. Null: not made yet. */
                orgId: number | null;
                retryAt: string | null;
                /** @enum {string} */
                state: "in_step" | "pending" | "failed";
                syncedAt: string | null;
            } | null;
        };
        ProjectList: {
            nextCursor: string | null;
            projects: components["schemas"]["Project"][];
            total: number;
        };
        ProjectSeed: {
            /** @description Of this project, as far as the caller may see them. */
            clusters: number;
            /** Format: uuid */
            id: string;
            name: string;
            region: string;
        };
        ProjectSeeds: {
            seeds: components["schemas"]["ProjectSeed"][];
        };
        Reach: {
            clusters: "all" | {
                /** Format: uuid */
                id: string;
                /** @description Null: the cluster was deleted, and nothing is reached by it. */
                name: string | null;
            }[];
            namespaces: "all" | string[];
        };
        ReplacedKubeconfig: {
            apiServer: string;
            nodeCount: number | null;
            version: string | null;
        };
        SavedDashboard: {
            uid: string;
            version: number;
        };
        Seed: {
            /** @description Log bytes per second of all its clusters; null where nothing is known. */
            bytesPerSecond: number | null;
            clusters: number;
            /** @description Null until the worker has looked for the first time. */
            health: components["schemas"]["SeedHealth"] | null;
            /** Format: uuid */
            id: string;
            ingestUrl: string;
            /** @enum {string} */
            kind: "managed" | "external";
            name: string;
            region: string;
            tenants: number;
        };
        SeedHealth: {
            /** Format: date-time */
            at: string;
            ingest: {
                message: string;
                ok: boolean;
            };
            logs: {
                message: string;
                ok: boolean;
            };
            metrics: {
                message: string;
                ok: boolean;
            };
        };
        SeedList: {
            /** Format: date-time */
            at: string;
            seeds: components["schemas"]["Seed"][];
        };
        ServiceAccount: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: uuid */
            id: string;
            isPlatformAdmin: boolean;
            /** @description Of any of its tokens. */
            lastUsedAt: string | null;
            name: string;
            /** @description Roles it holds, each in a project or a part of it. */
            roles: {
                narrowed: boolean;
                project: string;
                /** @enum {string} */
                role: "viewer" | "editor" | "owner";
            }[];
            /** @enum {string} */
            state: "active" | "disabled";
            /** @description Tokens that work. */
            tokens: number;
        };
        ServiceAccountList: {
            nextCursor: string | null;
            serviceAccounts: components["schemas"]["ServiceAccount"][];
        };
        Session: {
            address: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description The session this answer was asked with. */
            current: boolean;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @description Identity provider it was begun through; null: by password or link. */
            provider: string | null;
            userAgent: string | null;
        };
        SessionList: {
            sessions: components["schemas"]["Session"][];
        };
        SetupStatus: {
            clusterId: string | null;
            finished: boolean;
            firstLine: {
                /** Format: date-time */
                at: string;
                cluster: string;
                namespace: string;
                pod: string;
                text: string;
            } | null;
            items: {
                done: boolean;
                /** @enum {string} */
                key: "seed" | "cluster" | "monitoring" | "logging" | "first_line" | "member";
                /** @description What was found, or what is missing. */
                message: string;
            }[];
            progress: {
                message: string;
                name: string;
                seconds: number | null;
                /** @enum {string} */
                state: "waiting" | "running" | "done" | "failed";
            }[];
            projectSlug: string | null;
        };
        Signal: {
            enabled: boolean;
            firstAt: string | null;
            lastAt: string | null;
            message: string | null;
            status: ("True" | "False" | "Unknown") | null;
        };
        SignedOut: {
            endedSessions: number;
            revokedTokens: number;
        };
        StartedOperation: {
            operationId: string | null;
        };
        SyncedAgain: {
            organizations: number;
        };
        Token: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            lastUsedAt: string | null;
            name: string;
            /** @description First characters, to recognise it by. */
            prefix: string;
            /** @description Null: works wherever its owner may. */
            project: {
                name: string;
                slug: string;
            } | null;
            reach: components["schemas"]["Reach"];
            readOnly: boolean;
            /** @description The token it takes over from. */
            rotatedFromId: string | null;
            /** @description The token that takes over from it. */
            rotatedToId: string | null;
            /**
             * @description `expiring`: within a week. `expired` ones are forgotten after 30 days.
             * @enum {string}
             */
            state: "active" | "expiring" | "expired";
        };
        TokenList: {
            tokens: components["schemas"]["Token"][];
        };
        User: {
            /** @description Is an administrator because a provider named these groups at their last sign-in, at most 7 days ago. */
            adminGroups: string[];
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: uuid */
            id: string;
            isPlatformAdmin: boolean;
            /** @enum {string} */
            kind: "person" | "service";
            lastSeenAt: string | null;
            name: string;
            /** @description Of a service account: slug of the project it belongs to; null for people and for those of the platform. */
            project: string | null;
            /** @description In which they have a role of their own or by a group. */
            projects: number;
            /** @description Identity providers they sign in with. */
            providers: {
                id: string;
                name: string;
            }[];
            /**
             * @description `invited`: has neither set a password nor signed in through a provider.
             * @enum {string}
             */
            state: "active" | "invited" | "disabled";
            you: boolean;
        };
        UserLink: {
            /** Format: uri */
            link: string;
        };
        UserPage: {
            items: components["schemas"]["User"][];
            nextCursor: string | null;
        };
    };
    responses: {
        /** @description The request is not valid */
        bad_input: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:bad_input",
                 *       "title": "The request is not valid",
                 *       "status": 400,
                 *       "detail": "Enter a name. (name)",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "bad_input",
                 *       "field": "name",
                 *       "retryable": false,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In conflict with the present state */
        conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:conflict",
                 *       "title": "In conflict with the present state",
                 *       "status": 409,
                 *       "detail": "This project already has a cluster named \"edge-1\". Choose another name.",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "conflict",
                 *       "field": "name",
                 *       "retryable": false,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed */
        forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:forbidden",
                 *       "title": "Not allowed",
                 *       "status": 403,
                 *       "detail": "This token may only read. Make one that may change things under Settings, Tokens.",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "forbidden",
                 *       "retryable": false,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something failed on our side, or behind us. */
        internal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:internal",
                 *       "title": "Internal error",
                 *       "status": 500,
                 *       "detail": "Something went wrong on our side. Try again; if it happens again, give the request id to an administrator.",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "internal",
                 *       "retryable": false,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Idempotency key used for another request */
        key_reused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:key_reused",
                 *       "title": "Idempotency key used for another request",
                 *       "status": 422,
                 *       "detail": "This idempotency key was used for another request. Use a new key for each thing you create.",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "key_reused",
                 *       "retryable": false,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Method not allowed */
        method_not_allowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:method_not_allowed",
                 *       "title": "Method not allowed",
                 *       "status": 405,
                 *       "detail": "This address answers GET, HEAD, OPTIONS only.",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "method_not_allowed",
                 *       "retryable": false,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found */
        not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:not_found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no such project, or you are not a member of it. Check the address or ask an owner for access.",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "not_found",
                 *       "retryable": false,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        rate_limited: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:rate_limited",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "Too many requests. Wait 12 s, then go on more slowly.",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "rate_limited",
                 *       "retryable": true,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too large */
        too_large: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:too_large",
                 *       "title": "Too large",
                 *       "status": 413,
                 *       "detail": "The request is larger than 1024 KiB. Send less.",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "too_large",
                 *       "retryable": false,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not signed in */
        unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:unauthenticated",
                 *       "title": "Not signed in",
                 *       "status": 401,
                 *       "detail": "This token is unknown, expired or revoked. Make a new one under Settings, Tokens.",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "unauthenticated",
                 *       "retryable": false,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Content type not supported */
        unsupported_media_type: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:oriel:problem:unsupported_media_type",
                 *       "title": "Content type not supported",
                 *       "status": 415,
                 *       "detail": "Send the body as JSON, with \"Content-Type: application/json\".",
                 *       "instance": "urn:oriel:request:0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12",
                 *       "code": "unsupported_media_type",
                 *       "retryable": false,
                 *       "requestId": "0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
         * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description `true` where this is the kept answer of an earlier request with the same key. */
        IdempotencyReplayed: "true";
        /** @description Seconds to wait. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    auditListAll: {
        parameters: {
            query?: {
                /**
                 * @description The action, `policy.set`, or how it begins, `policy`.
                 * @example text
                 */
                action?: string;
                /**
                 * @description Part of the e-mail address of whoever acted.
                 * @example text
                 */
                actor?: string;
                /**
                 * @description Address of the client, or how it begins.
                 * @example text
                 */
                address?: string;
                /**
                 * @description `nextCursor` of the page before.
                 * @example 8814
                 */
                cursor?: string;
                /**
                 * @description The earliest moment.
                 * @example 2026-11-21T13:05:08.000Z
                 */
                from?: string;
                /** @example 50 */
                limit?: number;
                /**
                 * @description Of one project only.
                 * @example shop
                 */
                project?: string;
                /**
                 * @description Kind or id of what was acted on: `cluster`.
                 * @example text
                 */
                target?: string;
                /**
                 * @description The first moment that is left out.
                 * @example 2026-11-21T13:05:08.000Z
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "text",
                     *           "position": "text",
                     *           "hash": "text",
                     *           "at": "2026-11-21T13:05:08.000Z",
                     *           "actor": "text",
                     *           "actorId": "text",
                     *           "credential": {
                     *             "kind": "session"
                     *           },
                     *           "action": "text",
                     *           "projectId": "text",
                     *           "project": "shop",
                     *           "targetType": "text",
                     *           "targetId": "text",
                     *           "targetName": "text",
                     *           "before": null,
                     *           "after": null,
                     *           "address": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    auditExportAll: {
        parameters: {
            query?: {
                /**
                 * @description The action, `policy.set`, or how it begins, `policy`.
                 * @example text
                 */
                action?: string;
                /**
                 * @description Part of the e-mail address of whoever acted.
                 * @example text
                 */
                actor?: string;
                /**
                 * @description Address of the client, or how it begins.
                 * @example text
                 */
                address?: string;
                /**
                 * @description JSON objects, one a line, or CSV (RFC 4180).
                 * @example jsonl
                 */
                format?: "jsonl" | "csv";
                /**
                 * @description The earliest moment.
                 * @example 2026-11-21T13:05:08.000Z
                 */
                from?: string;
                /**
                 * @description Of one project only.
                 * @example shop
                 */
                project?: string;
                /**
                 * @description Kind or id of what was acted on: `cluster`.
                 * @example text
                 */
                target?: string;
                /**
                 * @description The first moment that is left out.
                 * @example 2026-11-21T13:05:08.000Z
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    auditVerify: {
        parameters: {
            query?: {
                /**
                 * @description `head` of an earlier answer: everything up to it must still be there, unchanged.
                 * @example text
                 */
                anchor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": 1,
                     *       "complete": true,
                     *       "head": "text",
                     *       "problems": [
                     *         {
                     *           "kind": "text",
                     *           "message": "All checks have passed."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "name": "edge-1",
                     *       "region": "eu-central",
                     *       "project": "shop",
                     *       "seed": "eu-central",
                     *       "apiServer": "https://203.0.113.10:6443",
                     *       "kubernetesVersion": "text",
                     *       "nodeCount": 1,
                     *       "latencyMs": 1,
                     *       "lastReachedAt": "2026-11-21T13:05:08.000Z",
                     *       "retryAt": "2026-11-21T13:05:08.000Z",
                     *       "monitoringEnabled": true,
                     *       "loggingEnabled": true,
                     *       "firstLogAt": "2026-11-21T13:05:08.000Z",
                     *       "firstMetricAt": "2026-11-21T13:05:08.000Z",
                     *       "lastLogAt": "2026-11-21T13:05:08.000Z",
                     *       "lastMetricAt": "2026-11-21T13:05:08.000Z",
                     *       "deletionRequestedAt": "2026-11-21T13:05:08.000Z",
                     *       "createdAt": "2026-11-21T13:05:08.000Z",
                     *       "conditions": [
                     *         {
                     *           "type": "text",
                     *           "status": "True",
                     *           "reason": "text",
                     *           "message": "All checks have passed.",
                     *           "lastTransitionAt": "2026-11-21T13:05:08.000Z",
                     *           "observedAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "collectors": [
                     *         {
                     *           "id": "text",
                     *           "role": "text",
                     *           "node": "text",
                     *           "version": "1.34.4",
                     *           "status": "text",
                     *           "statusMessage": "text",
                     *           "lastSeenAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "operationIds": [
                     *         "8814"
                     *       ],
                     *       "certificateExpiresAt": "2026-11-21T13:05:08.000Z",
                     *       "canManage": true
                     *     }
                     */
                    "application/json": components["schemas"]["Cluster"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersDelete: {
        parameters: {
            query: {
                /**
                 * @description Forget a cluster that cannot be reached; what runs in it stays behind.
                 * @example false
                 */
                abandon?: boolean;
                /**
                 * @description The cluster's name, typed by the person.
                 * @example edge-1
                 */
                confirmName: string;
            };
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; follow the operation that is named. None is named where there was nothing to do. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "8814"
                     *     }
                     */
                    "application/json": components["schemas"]["StartedOperation"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "known": true,
                     *       "found": 1,
                     *       "expected": 1,
                     *       "missing": [
                     *         {
                     *           "namespace": "shop",
                     *           "pod": "text",
                     *           "container": "text",
                     *           "startedAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "at": "2026-11-21T13:05:08.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ClusterCoverage"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersFootprint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "metrics": {
                     *         "cpuCores": 1,
                     *         "memoryBytes": 1,
                     *         "budget": {
                     *           "requestCores": 1,
                     *           "requestBytes": 1,
                     *           "cores": 1,
                     *           "bytes": 1
                     *         }
                     *       },
                     *       "logs": {
                     *         "cpuCores": 1,
                     *         "memoryBytes": 1,
                     *         "budget": {
                     *           "requestCores": 1,
                     *           "requestBytes": 1,
                     *           "cores": 1,
                     *           "bytes": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ClusterFootprint"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersReplaceKubeconfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kubeconfig": "apiVersion: v1\nkind: Config\n…"
                 *     }
                 */
                "application/json": {
                    kubeconfig: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "apiServer": "https://203.0.113.10:6443",
                     *       "version": "1.34.4",
                     *       "nodeCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReplacedKubeconfig"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersApplyAgain: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /**
                     * @description Overwrite what others changed or own, after Oriel has named it.
                     * @default false
                     */
                    takeOver?: boolean;
                };
            };
        };
        responses: {
            /** @description Taken on; follow the operation that is named. None is named where there was nothing to do. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "8814"
                     *     }
                     */
                    "application/json": components["schemas"]["StartedOperation"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersPipeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "logs": {
                     *         "enabled": true,
                     *         "sources": 1,
                     *         "sourcesExpected": 1,
                     *         "sentPerSecond": 1,
                     *         "bytesPerSecond": 1,
                     *         "retriesPerSecond": 1,
                     *         "lostPerSecond": 1,
                     *         "storedPerSecond": 1,
                     *         "agentsHeard": 1,
                     *         "agentsExpected": 1,
                     *         "fresh": "True",
                     *         "freshSince": "2026-11-21T13:05:08.000Z",
                     *         "newestAt": "2026-11-21T13:05:08.000Z"
                     *       },
                     *       "metrics": {
                     *         "enabled": true,
                     *         "sources": 1,
                     *         "sourcesExpected": 1,
                     *         "sentPerSecond": 1,
                     *         "bytesPerSecond": 1,
                     *         "retriesPerSecond": 1,
                     *         "lostPerSecond": 1,
                     *         "storedPerSecond": 1,
                     *         "agentsHeard": 1,
                     *         "agentsExpected": 1,
                     *         "fresh": "True",
                     *         "freshSince": "2026-11-21T13:05:08.000Z",
                     *         "newestAt": "2026-11-21T13:05:08.000Z"
                     *       },
                     *       "seedName": "text",
                     *       "nodeCount": 1,
                     *       "at": "2026-11-21T13:05:08.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ClusterPipeline"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesOfCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "settings": [
                     *         {
                     *           "setting": "monitoring.enabled",
                     *           "value": true,
                     *           "origin": {
                     *             "level": "platform",
                     *             "mode": "default"
                     *           },
                     *           "own": {
                     *             "mode": "default",
                     *             "value": true
                     *           },
                     *           "inherited": {
                     *             "value": true,
                     *             "origin": {
                     *               "level": "platform",
                     *               "mode": "default"
                     *             }
                     *           },
                     *           "canChange": true
                     *         }
                     *       ],
                     *       "policies": [
                     *         {
                     *           "level": "platform",
                     *           "place": "text",
                     *           "seedId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "setting": "monitoring.enabled",
                     *           "mode": "default",
                     *           "value": true,
                     *           "updatedAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "canEnforce": true
                     *     }
                     */
                    "application/json": {
                        /** @description Whether whoever asks may also bind those who steer the cluster. */
                        canEnforce: boolean;
                        policies: components["schemas"]["Policy"][];
                        settings: components["schemas"]["EffectiveSetting"][];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesSetForCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
                /**
                 * @description The setting the policy is about.
                 * @example monitoring.enabled
                 */
                setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Only say which clusters would change.
                     * @default false
                     */
                    dryRun?: boolean;
                    /**
                     * @description `default`: lower levels may say otherwise. `enforced`: they may not.
                     * @default default
                     * @enum {string}
                     */
                    mode?: "default" | "enforced";
                    /** @description As the setting asks: true or false, or a whole number of its unit. */
                    value: boolean | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "names": [
                     *         "edge-1"
                     *       ],
                     *       "operationId": "8814",
                     *       "withoutEffectAt": [
                     *         "eu-central"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        names: string[];
                        operationId: string | null;
                        /** @description Of a policy of a project: names of its seeds where another value is enforced, so that this one waits. */
                        withoutEffectAt: string[];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesRemoveForCluster: {
        parameters: {
            query?: {
                /**
                 * @description Only say which clusters would change.
                 * @example false
                 */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
                /**
                 * @description The setting the policy is about.
                 * @example monitoring.enabled
                 */
                setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "names": [
                     *         "edge-1"
                     *       ],
                     *       "operationId": "8814",
                     *       "withoutEffectAt": [
                     *         "eu-central"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        names: string[];
                        operationId: string | null;
                        /** @description Of a policy of a project: names of its seeds where another value is enforced, so that this one waits. */
                        withoutEffectAt: string[];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersPreflightReplacement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kubeconfig": "apiVersion: v1\nkind: Config\n…"
                 *     }
                 */
                "application/json": {
                    kubeconfig: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "apiServer": "https://203.0.113.10:6443",
                     *       "version": "1.34.4",
                     *       "nodeCount": 1,
                     *       "checks": [
                     *         {
                     *           "key": "text",
                     *           "title": "text",
                     *           "ok": true,
                     *           "message": "All checks have passed.",
                     *           "fix": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Preflight"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersSetSwitches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    logging?: boolean;
                    monitoring?: boolean;
                };
            };
        };
        responses: {
            /** @description Taken on; follow the operation that is named. None is named where there was nothing to do. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "8814"
                     *     }
                     */
                    "application/json": components["schemas"]["StartedOperation"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    dashboardsListAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "uid": "op-4f0c9a1e7b2d8c36",
                     *           "title": "text",
                     *           "tags": [
                     *             "text"
                     *           ],
                     *           "folder": "text",
                     *           "origin": "oriel",
                     *           "starred": true
                     *         }
                     *       ],
                     *       "missing": "text",
                     *       "canEdit": true
                     *     }
                     */
                    "application/json": components["schemas"]["DashboardList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    fleetList: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example 8814
                 */
                cursor?: string;
                /** @example false */
                descending?: boolean;
                /** @example all */
                filter?: "all" | "healthy" | "unreachable" | "metrics_stale" | "logs_stale" | "agent_behind" | "changing";
                /** @example 100 */
                limit?: number;
                /** @example shop */
                project?: string;
                /** @example shop */
                search?: string;
                /** @example attention */
                sort?: "attention" | "name" | "project" | "seed" | "ingest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "name": "edge-1",
                     *           "project": "shop",
                     *           "seed": "eu-central",
                     *           "region": "eu-central",
                     *           "reachable": {
                     *             "status": "True",
                     *             "reason": "text",
                     *             "message": "All checks have passed.",
                     *             "latencyMs": 1,
                     *             "lastReachedAt": "2026-11-21T13:05:08.000Z"
                     *           },
                     *           "metrics": {
                     *             "enabled": true,
                     *             "status": "True",
                     *             "message": "All checks have passed.",
                     *             "firstAt": "2026-11-21T13:05:08.000Z",
                     *             "lastAt": "2026-11-21T13:05:08.000Z"
                     *           },
                     *           "logs": {
                     *             "enabled": true,
                     *             "status": "True",
                     *             "message": "All checks have passed.",
                     *             "firstAt": "2026-11-21T13:05:08.000Z",
                     *             "lastAt": "2026-11-21T13:05:08.000Z"
                     *           },
                     *           "agent": {
                     *             "version": "1.34.4",
                     *             "behind": true,
                     *             "silent": 1,
                     *             "total": 1
                     *           },
                     *           "sparkline": [
                     *             1
                     *           ],
                     *           "bytesPerSecond": 1,
                     *           "changing": true
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "nextCursor": null,
                     *       "at": "2026-11-21T13:05:08.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["FleetPage"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    fleetCounts: {
        parameters: {
            query?: {
                /** @example shop */
                project?: string;
                /** @example shop */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "counts": {},
                     *       "seeds": 1,
                     *       "at": "2026-11-21T13:05:08.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["FleetCounts"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    grafanaStatus: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example 8814
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
                /**
                 * @description Part of the name of an organization.
                 * @example shop
                 */
                search?: string;
                /** @example in_step */
                state?: "in_step" | "pending" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "grafana": {
                     *         "configured": true,
                     *         "ok": true,
                     *         "version": "1.34.4",
                     *         "message": "All checks have passed.",
                     *         "at": "2026-11-21T13:05:08.000Z"
                     *       },
                     *       "counts": {
                     *         "all": 1,
                     *         "inStep": 1,
                     *         "pending": 1,
                     *         "failed": 1
                     *       },
                     *       "organizations": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "name": "edge-1",
                     *           "orgId": 1,
                     *           "state": "in_step",
                     *           "message": "All checks have passed.",
                     *           "syncedAt": "2026-11-21T13:05:08.000Z",
                     *           "retryAt": "2026-11-21T13:05:08.000Z",
                     *           "project": "shop"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["GrafanaStatus"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    grafanaSyncAgain: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Left out: all of them.
                     */
                    organizationId?: string;
                };
            };
        };
        responses: {
            /** @description Taken on; follow the operation that is named. None is named where there was nothing to do. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organizations": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SyncedAgain"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    identityProvidersList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "providers": [
                     *         {
                     *           "id": "text",
                     *           "name": "edge-1",
                     *           "issuer": "text",
                     *           "clientId": "text",
                     *           "scopes": [
                     *             "text"
                     *           ],
                     *           "groupsClaim": "text",
                     *           "adminGroups": [
                     *             "text"
                     *           ],
                     *           "trustsEmail": true,
                     *           "enabled": true,
                     *           "createdAt": "2026-11-21T13:05:08.000Z",
                     *           "callbackUrl": "text",
                     *           "people": 1,
                     *           "bindings": [
                     *             {
                     *               "group": "text",
                     *               "project": "shop",
                     *               "role": "viewer"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        providers: {
                            adminGroups: string[];
                            bindings: {
                                group: string;
                                project: string;
                                /** @enum {string} */
                                role: "viewer" | "editor" | "owner";
                            }[];
                            callbackUrl: string;
                            clientId: string;
                            /** Format: date-time */
                            createdAt: string;
                            enabled: boolean;
                            groupsClaim: string;
                            id: string;
                            issuer: string;
                            name: string;
                            people: number;
                            scopes: string[];
                            trustsEmail: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    identityProvidersCreate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "text",
                 *       "name": "edge-1",
                 *       "issuer": "https://oriel.example.com",
                 *       "clientId": "text",
                 *       "clientSecret": "text"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Their members are platform administrators. Groups are heard of at a sign-in and count for 7 days after it, in sessions and tokens alike.
                     * @default []
                     */
                    adminGroups?: string[];
                    clientId: string;
                    clientSecret: string;
                    /** @default true */
                    enabled?: boolean;
                    /** @default groups */
                    groupsClaim?: string;
                    id: string;
                    /** Format: uri */
                    issuer: string;
                    name: string;
                    /**
                     * @default [
                     *       "profile",
                     *       "email"
                     *     ]
                     */
                    scopes?: string[];
                    /**
                     * @description Take its addresses for verified where it leaves out the claim `email_verified`, as Microsoft Entra ID does. Only where nobody can choose their own address there: who first signs in with an address gets what is given to it.
                     * @default false
                     */
                    trustsEmail?: boolean;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text",
                     *       "name": "edge-1",
                     *       "issuer": "text",
                     *       "clientId": "text",
                     *       "scopes": [
                     *         "text"
                     *       ],
                     *       "groupsClaim": "text",
                     *       "adminGroups": [
                     *         "text"
                     *       ],
                     *       "trustsEmail": true,
                     *       "enabled": true,
                     *       "createdAt": "2026-11-21T13:05:08.000Z",
                     *       "callbackUrl": "text",
                     *       "people": 1,
                     *       "bindings": [
                     *         {
                     *           "group": "text",
                     *           "project": "shop",
                     *           "role": "viewer"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        adminGroups: string[];
                        bindings: {
                            group: string;
                            project: string;
                            /** @enum {string} */
                            role: "viewer" | "editor" | "owner";
                        }[];
                        callbackUrl: string;
                        clientId: string;
                        /** Format: date-time */
                        createdAt: string;
                        enabled: boolean;
                        groupsClaim: string;
                        id: string;
                        issuer: string;
                        name: string;
                        people: number;
                        scopes: string[];
                        trustsEmail: boolean;
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    identityProvidersDelete: {
        parameters: {
            query: {
                /** @example edge-1 */
                confirmName: string;
            };
            header?: never;
            path: {
                /** @example text */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endedSessions": 1
                     *     }
                     */
                    "application/json": {
                        endedSessions: number;
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    identityProvidersUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example text */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Their members are platform administrators. Groups are heard of at a sign-in and count for 7 days after it, in sessions and tokens alike. */
                    adminGroups?: string[];
                    clientId?: string;
                    clientSecret?: string;
                    enabled?: boolean;
                    groupsClaim?: string;
                    name?: string;
                    scopes?: string[];
                    /** @description Take its addresses for verified where it leaves out the claim `email_verified`, as Microsoft Entra ID does. Only where nobody can choose their own address there: who first signs in with an address gets what is given to it. */
                    trustsEmail?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "provider": {
                     *         "id": "text",
                     *         "name": "edge-1",
                     *         "issuer": "text",
                     *         "clientId": "text",
                     *         "scopes": [
                     *           "text"
                     *         ],
                     *         "groupsClaim": "text",
                     *         "adminGroups": [
                     *           "text"
                     *         ],
                     *         "trustsEmail": true,
                     *         "enabled": true,
                     *         "createdAt": "2026-11-21T13:05:08.000Z",
                     *         "callbackUrl": "text",
                     *         "people": 1,
                     *         "bindings": [
                     *           {
                     *             "group": "text",
                     *             "project": "shop",
                     *             "role": "viewer"
                     *           }
                     *         ]
                     *       },
                     *       "endedSessions": 1
                     *     }
                     */
                    "application/json": {
                        endedSessions: number;
                        provider: {
                            adminGroups: string[];
                            bindings: {
                                group: string;
                                project: string;
                                /** @enum {string} */
                                role: "viewer" | "editor" | "owner";
                            }[];
                            callbackUrl: string;
                            clientId: string;
                            /** Format: date-time */
                            createdAt: string;
                            enabled: boolean;
                            groupsClaim: string;
                            id: string;
                            issuer: string;
                            name: string;
                            people: number;
                            scopes: string[];
                            trustsEmail: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    identityProvidersTest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "issuer": "https://oriel.example.com"
                 *     }
                 */
                "application/json": {
                    /** Format: uri */
                    issuer: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "findings": [
                     *         {
                     *           "status": "ok",
                     *           "text": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        findings: {
                            /** @enum {string} */
                            status: "ok" | "warn" | "error";
                            text: string;
                        }[];
                        ok: boolean;
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    sessionMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "email": "anna@example.com",
                     *         "name": "edge-1"
                     *       },
                     *       "isPlatformAdmin": true,
                     *       "projects": [
                     *         "shop"
                     *       ],
                     *       "version": "1.34.4"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    connectionsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hasPassword": true,
                     *       "connected": [
                     *         {
                     *           "providerId": "text",
                     *           "name": "edge-1",
                     *           "enabled": true,
                     *           "lastSignedInAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "available": [
                     *         {
                     *           "id": "text",
                     *           "name": "edge-1"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        available: {
                            id: string;
                            name: string;
                        }[];
                        connected: {
                            enabled: boolean;
                            /** Format: date-time */
                            lastSignedInAt: string;
                            name: string;
                            providerId: string;
                        }[];
                        hasPassword: boolean;
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    connectionsRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example text */
                providerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    accountChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current": "correct horse battery staple",
                 *       "next": "wrong mule charger brace"
                 *     }
                 */
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endedSessions": 1
                     *     }
                     */
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    accountSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessions": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "createdAt": "2026-11-21T13:05:08.000Z",
                     *           "lastSeenAt": "2026-11-21T13:05:08.000Z",
                     *           "expiresAt": "2026-11-21T13:05:08.000Z",
                     *           "address": "text",
                     *           "userAgent": "text",
                     *           "provider": "text",
                     *           "current": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    accountRevokeOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endedSessions": 1
                     *     }
                     */
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    accountRevokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    operationsList: {
        parameters: {
            query?: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                clusterId?: string;
                /**
                 * @description Last id of the page before.
                 * @example 8814
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
                /** @example shop */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operations": [
                     *         {
                     *           "id": "text",
                     *           "kind": "apply",
                     *           "state": "waiting",
                     *           "title": "text",
                     *           "project": "shop",
                     *           "clusterId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "clusterName": "edge-1",
                     *           "requestedBy": "text",
                     *           "createdAt": "2026-11-21T13:05:08.000Z",
                     *           "finishedAt": "2026-11-21T13:05:08.000Z",
                     *           "attempts": 1
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["OperationPage"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    operationsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 8814 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text",
                     *       "kind": "apply",
                     *       "state": "waiting",
                     *       "title": "text",
                     *       "project": "shop",
                     *       "clusterId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "clusterName": "edge-1",
                     *       "requestedBy": "text",
                     *       "createdAt": "2026-11-21T13:05:08.000Z",
                     *       "finishedAt": "2026-11-21T13:05:08.000Z",
                     *       "attempts": 1,
                     *       "runs": [
                     *         {
                     *           "number": 1,
                     *           "startedAt": "2026-11-21T13:05:08.000Z",
                     *           "finishedAt": "2026-11-21T13:05:08.000Z",
                     *           "succeeded": true,
                     *           "steps": [
                     *             {
                     *               "position": 1,
                     *               "key": "text",
                     *               "title": "text",
                     *               "state": "waiting",
                     *               "message": "All checks have passed.",
                     *               "log": "text",
                     *               "startedAt": "2026-11-21T13:05:08.000Z",
                     *               "finishedAt": "2026-11-21T13:05:08.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OperationDetail"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    operationsRetry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 8814 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; follow the operation that is named. None is named where there was nothing to do. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "8814"
                     *     }
                     */
                    "application/json": {
                        operationId: string;
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "policies": [
                     *         {
                     *           "level": "platform",
                     *           "place": "text",
                     *           "seedId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "setting": "monitoring.enabled",
                     *           "mode": "default",
                     *           "value": true,
                     *           "updatedAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "places": [
                     *         {
                     *           "level": "platform",
                     *           "seedId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "name": "edge-1",
                     *           "settings": [
                     *             {
                     *               "setting": "monitoring.enabled",
                     *               "value": true,
                     *               "origin": {
                     *                 "level": "platform",
                     *                 "mode": "default"
                     *               },
                     *               "own": {
                     *                 "mode": "default",
                     *                 "value": true
                     *               },
                     *               "inherited": {
                     *                 "value": true,
                     *                 "origin": {
                     *                   "level": "platform",
                     *                   "mode": "default"
                     *                 }
                     *               },
                     *               "canChange": true
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "canManage": true
                     *     }
                     */
                    "application/json": {
                        canManage: boolean;
                        /** @description The platform, then its seeds by name. */
                        places: {
                            /** @enum {string} */
                            level: "platform" | "seed";
                            name: string;
                            /** @description Null for the platform. */
                            seedId: string | null;
                            settings: components["schemas"]["EffectiveSetting"][];
                        }[];
                        policies: components["schemas"]["Policy"][];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesSetForPlatform: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The setting the policy is about.
                 * @example monitoring.enabled
                 */
                setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "default",
                 *       "value": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Only say which clusters would change.
                     * @default false
                     */
                    dryRun?: boolean;
                    /**
                     * @description `default`: lower levels may say otherwise. `enforced`: they may not.
                     * @enum {string}
                     */
                    mode: "default" | "enforced";
                    /** @description As the setting asks: true or false, or a whole number of its unit. */
                    value: boolean | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "names": [
                     *         "edge-1"
                     *       ],
                     *       "operationId": "8814",
                     *       "withoutEffectAt": [
                     *         "eu-central"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        names: string[];
                        operationId: string | null;
                        /** @description Of a policy of a project: names of its seeds where another value is enforced, so that this one waits. */
                        withoutEffectAt: string[];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesRemoveForPlatform: {
        parameters: {
            query?: {
                /**
                 * @description Only say which clusters would change.
                 * @example false
                 */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The setting the policy is about.
                 * @example monitoring.enabled
                 */
                setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "names": [
                     *         "edge-1"
                     *       ],
                     *       "operationId": "8814",
                     *       "withoutEffectAt": [
                     *         "eu-central"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        names: string[];
                        operationId: string | null;
                        /** @description Of a policy of a project: names of its seeds where another value is enforced, so that this one waits. */
                        withoutEffectAt: string[];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    projectsList: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example 8814
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
                /** @example shop */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projects": [
                     *         "shop"
                     *       ],
                     *       "total": 1,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    projectsCreate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "edge-1",
                 *       "slug": "shop"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @description E-mail address of somebody Oriel knows. Left out: whoever makes the project. */
                    owner?: string;
                    /**
                     * Format: uuid
                     * @description Left out: the only seed.
                     */
                    seedId?: string;
                    slug: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "slug": "shop"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedProject"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    projectsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "slug": "shop",
                     *       "name": "edge-1",
                     *       "role": "viewer",
                     *       "members": 1,
                     *       "clusters": 1,
                     *       "seeds": [
                     *         "eu-central"
                     *       ],
                     *       "createdAt": "2026-11-21T13:05:08.000Z",
                     *       "canManage": true,
                     *       "canSeeMembers": true,
                     *       "canManageMembers": true,
                     *       "canManageClusters": true
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    projectsRename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "edge-1"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    auditList: {
        parameters: {
            query?: {
                /**
                 * @description The action, `policy.set`, or how it begins, `policy`.
                 * @example text
                 */
                action?: string;
                /**
                 * @description Part of the e-mail address of whoever acted.
                 * @example text
                 */
                actor?: string;
                /**
                 * @description Address of the client, or how it begins.
                 * @example text
                 */
                address?: string;
                /**
                 * @description `nextCursor` of the page before.
                 * @example 8814
                 */
                cursor?: string;
                /**
                 * @description The earliest moment.
                 * @example 2026-11-21T13:05:08.000Z
                 */
                from?: string;
                /** @example 50 */
                limit?: number;
                /**
                 * @description Kind or id of what was acted on: `cluster`.
                 * @example text
                 */
                target?: string;
                /**
                 * @description The first moment that is left out.
                 * @example 2026-11-21T13:05:08.000Z
                 */
                to?: string;
            };
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "text",
                     *           "position": "text",
                     *           "hash": "text",
                     *           "at": "2026-11-21T13:05:08.000Z",
                     *           "actor": "text",
                     *           "actorId": "text",
                     *           "credential": {
                     *             "kind": "session"
                     *           },
                     *           "action": "text",
                     *           "projectId": "text",
                     *           "project": "shop",
                     *           "targetType": "text",
                     *           "targetId": "text",
                     *           "targetName": "text",
                     *           "before": null,
                     *           "after": null,
                     *           "address": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    auditExport: {
        parameters: {
            query?: {
                /**
                 * @description The action, `policy.set`, or how it begins, `policy`.
                 * @example text
                 */
                action?: string;
                /**
                 * @description Part of the e-mail address of whoever acted.
                 * @example text
                 */
                actor?: string;
                /**
                 * @description Address of the client, or how it begins.
                 * @example text
                 */
                address?: string;
                /**
                 * @description JSON objects, one a line, or CSV (RFC 4180).
                 * @example jsonl
                 */
                format?: "jsonl" | "csv";
                /**
                 * @description The earliest moment.
                 * @example 2026-11-21T13:05:08.000Z
                 */
                from?: string;
                /**
                 * @description Kind or id of what was acted on: `cluster`.
                 * @example text
                 */
                target?: string;
                /**
                 * @description The first moment that is left out.
                 * @example 2026-11-21T13:05:08.000Z
                 */
                to?: string;
            };
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersList: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example 8814
                 */
                cursor?: string;
                /** @example 100 */
                limit?: number;
            };
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clusters": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "name": "edge-1",
                     *           "region": "eu-central",
                     *           "seed": "eu-central",
                     *           "kubernetesVersion": "text",
                     *           "nodeCount": 1,
                     *           "monitoringEnabled": true,
                     *           "loggingEnabled": true,
                     *           "firstLogAt": "2026-11-21T13:05:08.000Z",
                     *           "firstMetricAt": "2026-11-21T13:05:08.000Z",
                     *           "deletionRequestedAt": "2026-11-21T13:05:08.000Z",
                     *           "createdAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ClusterList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersCreate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "edge-1",
                 *       "region": "eu-central",
                 *       "kubeconfig": "apiVersion: v1\nkind: Config\n…"
                 *     }
                 */
                "application/json": {
                    kubeconfig: string;
                    /** @description Left out: policies decide, now and when they change. */
                    logging?: boolean;
                    /** @description Left out: policies decide, now and when they change. */
                    monitoring?: boolean;
                    name: string;
                    region: string;
                    /**
                     * Format: uuid
                     * @description Left out: the project's only seed.
                     */
                    seedId?: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clusterId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "operationId": "8814"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedCluster"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    dashboardsList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "uid": "op-4f0c9a1e7b2d8c36",
                     *           "title": "text",
                     *           "tags": [
                     *             "text"
                     *           ],
                     *           "folder": "text",
                     *           "origin": "oriel",
                     *           "starred": true
                     *         }
                     *       ],
                     *       "missing": "text",
                     *       "canEdit": true
                     *     }
                     */
                    "application/json": components["schemas"]["DashboardList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    dashboardsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
                /** @example op-4f0c9a1e7b2d8c36 */
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uid": "op-4f0c9a1e7b2d8c36",
                     *       "title": "text",
                     *       "variables": [
                     *         {
                     *           "name": "edge-1",
                     *           "label": "text",
                     *           "from": "metrics",
                     *           "labelName": "text",
                     *           "selector": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DashboardDetail"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    dashboardsStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "grafana": {
                     *         "configured": true,
                     *         "ok": true,
                     *         "version": "1.34.4",
                     *         "message": "All checks have passed.",
                     *         "at": "2026-11-21T13:05:08.000Z"
                     *       },
                     *       "organization": {
                     *         "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "name": "edge-1",
                     *         "orgId": 1,
                     *         "state": "in_step",
                     *         "message": "All checks have passed.",
                     *         "syncedAt": "2026-11-21T13:05:08.000Z",
                     *         "retryAt": "2026-11-21T13:05:08.000Z"
                     *       },
                     *       "objects": [
                     *         {
                     *           "kind": "organization",
                     *           "key": "text",
                     *           "state": "in_step",
                     *           "message": "All checks have passed.",
                     *           "changedAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectGrafana"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    membersSubjects: {
        parameters: {
            query?: {
                /**
                 * @description Part of a service account's name, or of a group's that has a role in the project; of other groups the whole name, unless a platform administrator asks.
                 * @example
                 */
                search?: string;
            };
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "providers": [
                     *         {
                     *           "id": "text",
                     *           "name": "edge-1",
                     *           "enabled": true
                     *         }
                     *       ],
                     *       "groups": [
                     *         {
                     *           "providerId": "text",
                     *           "groupName": "text",
                     *           "people": 1
                     *         }
                     *       ],
                     *       "serviceAccounts": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "name": "edge-1",
                     *           "email": "anna@example.com",
                     *           "platform": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MemberSubjects"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    membersList: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example 8814
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "members": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "subject": {
                     *             "kind": "person",
                     *             "userId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *             "email": "anna@example.com",
                     *             "name": "edge-1",
                     *             "you": true,
                     *             "state": "active"
                     *           },
                     *           "role": "viewer",
                     *           "reach": {
                     *             "clusters": "all",
                     *             "namespaces": "all"
                     *           },
                     *           "addedAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "nextCursor": null,
                     *       "canManage": true
                     *     }
                     */
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    membersAdd: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": {
                 *         "kind": "person",
                 *         "email": "anna@example.com"
                 *       },
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": {
                    /** @default all */
                    clusters?: "all" | string[];
                    /** @default all */
                    namespaces?: "all" | string[];
                    /** @enum {string} */
                    role: "viewer" | "editor" | "owner";
                    subject: {
                        email: string;
                        /** @constant */
                        kind: "person";
                        /** @description Needed only for a person Oriel does not know yet; the part before the "@" stands in. */
                        name?: string;
                    } | {
                        /** @description As the provider spells it; nobody needs to have it yet. */
                        groupName: string;
                        /** @constant */
                        kind: "group";
                        /** @description An identity provider. */
                        providerId: string;
                    } | {
                        /** @constant */
                        kind: "serviceAccount";
                        /** Format: uuid */
                        serviceAccountId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Created. The answer holds a secret that is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "member": {
                     *         "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "subject": {
                     *           "kind": "person",
                     *           "userId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "email": "anna@example.com",
                     *           "name": "edge-1",
                     *           "you": true,
                     *           "state": "active"
                     *         },
                     *         "role": "viewer",
                     *         "reach": {
                     *           "clusters": "all",
                     *           "namespaces": "all"
                     *         },
                     *         "addedAt": "2026-11-21T13:05:08.000Z"
                     *       },
                     *       "link": "https://oriel.example.com"
                     *     }
                     */
                    "application/json": components["schemas"]["AddedMember"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    membersRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                memberId: string;
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    membersChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                memberId: string;
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    clusters?: "all" | string[];
                    namespaces?: "all" | string[];
                    /** @enum {string} */
                    role?: "viewer" | "editor" | "owner";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "subject": {
                     *         "kind": "person",
                     *         "userId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "email": "anna@example.com",
                     *         "name": "edge-1",
                     *         "you": true,
                     *         "state": "active"
                     *       },
                     *       "role": "viewer",
                     *       "reach": {
                     *         "clusters": "all",
                     *         "namespaces": "all"
                     *       },
                     *       "addedAt": "2026-11-21T13:05:08.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    membersNewLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                memberId: string;
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created. The answer holds a secret that is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "link": "https://oriel.example.com"
                     *     }
                     */
                    "application/json": components["schemas"]["MemberLink"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    ownDashboardsList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dashboards": [
                     *         {
                     *           "uid": "op-4f0c9a1e7b2d8c36",
                     *           "title": "text",
                     *           "tags": [
                     *             "text"
                     *           ],
                     *           "source": "api",
                     *           "origin": {
                     *             "cluster": "text",
                     *             "namespace": "shop",
                     *             "name": "edge-1",
                     *             "key": "text"
                     *           },
                     *           "version": 1,
                     *           "updatedAt": "2026-11-21T13:05:08.000Z",
                     *           "state": "in_step",
                     *           "message": "All checks have passed."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OwnDashboardList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    ownDashboardsCreate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model": {
                 *         "title": "Orders",
                 *         "tags": [
                 *           "shop"
                 *         ],
                 *         "panels": []
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description The dashboard as Grafana shows it under "JSON Model", at most 1 MB. */
                    model: {
                        [key: string]: unknown;
                    };
                    /** @description Left out: the one in the model. */
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uid": "op-4f0c9a1e7b2d8c36",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SavedDashboard"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    ownDashboardsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
                /**
                 * @description As the list gives it; also its uid in Grafana.
                 * @example op-4f0c9a1e7b2d8c36
                 */
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uid": "op-4f0c9a1e7b2d8c36",
                     *       "title": "text",
                     *       "tags": [
                     *         "text"
                     *       ],
                     *       "source": "api",
                     *       "origin": {
                     *         "cluster": "text",
                     *         "namespace": "shop",
                     *         "name": "edge-1",
                     *         "key": "text"
                     *       },
                     *       "version": 1,
                     *       "updatedAt": "2026-11-21T13:05:08.000Z",
                     *       "state": "in_step",
                     *       "message": "All checks have passed.",
                     *       "model": {
                     *         "title": "Orders",
                     *         "tags": [
                     *           "shop"
                     *         ],
                     *         "panels": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OwnDashboardDetail"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    ownDashboardsUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
                /**
                 * @description As the list gives it; also its uid in Grafana.
                 * @example op-4f0c9a1e7b2d8c36
                 */
                uid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model": {
                 *         "title": "Orders",
                 *         "tags": [
                 *           "shop"
                 *         ],
                 *         "panels": []
                 *       },
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description The dashboard as Grafana shows it under "JSON Model", at most 1 MB. */
                    model: {
                        [key: string]: unknown;
                    };
                    /** @description Left out: the one in the model. */
                    title?: string;
                    /** @description The one that was read: where somebody changed it since, nothing is written. */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uid": "op-4f0c9a1e7b2d8c36",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SavedDashboard"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    ownDashboardsDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
                /**
                 * @description As the list gives it; also its uid in Grafana.
                 * @example op-4f0c9a1e7b2d8c36
                 */
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesOfProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "policies": [
                     *         {
                     *           "level": "platform",
                     *           "place": "text",
                     *           "seedId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "setting": "monitoring.enabled",
                     *           "mode": "default",
                     *           "value": true,
                     *           "updatedAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "forNewClusters": [
                     *         {
                     *           "setting": "monitoring.enabled",
                     *           "value": true,
                     *           "origin": {
                     *             "level": "platform",
                     *             "mode": "default"
                     *           },
                     *           "own": {
                     *             "mode": "default",
                     *             "value": true
                     *           },
                     *           "inherited": {
                     *             "value": true,
                     *             "origin": {
                     *               "level": "platform",
                     *               "mode": "default"
                     *             }
                     *           },
                     *           "canChange": true
                     *         }
                     *       ],
                     *       "exceptions": [
                     *         {
                     *           "setting": "monitoring.enabled",
                     *           "seed": "eu-central",
                     *           "value": true,
                     *           "origin": {
                     *             "level": "platform",
                     *             "mode": "default"
                     *           }
                     *         }
                     *       ],
                     *       "canManage": true
                     *     }
                     */
                    "application/json": {
                        canManage: boolean;
                        /** @description Where a seed of the project makes something else of a setting, because of policies of its own. */
                        exceptions: components["schemas"]["PolicyException"][];
                        /** @description What a cluster gets that is registered now, at any seed of the project but for the exceptions. */
                        forNewClusters: components["schemas"]["EffectiveSetting"][];
                        policies: components["schemas"]["Policy"][];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesSetForProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
                /**
                 * @description The setting the policy is about.
                 * @example monitoring.enabled
                 */
                setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "default",
                 *       "value": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Only say which clusters would change.
                     * @default false
                     */
                    dryRun?: boolean;
                    /**
                     * @description `default`: lower levels may say otherwise. `enforced`: they may not.
                     * @enum {string}
                     */
                    mode: "default" | "enforced";
                    /** @description As the setting asks: true or false, or a whole number of its unit. */
                    value: boolean | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "names": [
                     *         "edge-1"
                     *       ],
                     *       "operationId": "8814",
                     *       "withoutEffectAt": [
                     *         "eu-central"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        names: string[];
                        operationId: string | null;
                        /** @description Of a policy of a project: names of its seeds where another value is enforced, so that this one waits. */
                        withoutEffectAt: string[];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesRemoveForProject: {
        parameters: {
            query?: {
                /**
                 * @description Only say which clusters would change.
                 * @example false
                 */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @example shop */
                project: string;
                /**
                 * @description The setting the policy is about.
                 * @example monitoring.enabled
                 */
                setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "names": [
                     *         "edge-1"
                     *       ],
                     *       "operationId": "8814",
                     *       "withoutEffectAt": [
                     *         "eu-central"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        names: string[];
                        operationId: string | null;
                        /** @description Of a policy of a project: names of its seeds where another value is enforced, so that this one waits. */
                        withoutEffectAt: string[];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    clustersPreflight: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kubeconfig": "apiVersion: v1\nkind: Config\n…"
                 *     }
                 */
                "application/json": {
                    kubeconfig: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "apiServer": "https://203.0.113.10:6443",
                     *       "version": "1.34.4",
                     *       "nodeCount": 1,
                     *       "checks": [
                     *         {
                     *           "key": "text",
                     *           "title": "text",
                     *           "ok": true,
                     *           "message": "All checks have passed.",
                     *           "fix": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Preflight"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    seedsOfProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "seeds": [
                     *         "eu-central"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectSeeds"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    serviceAccountsList: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example 8814
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serviceAccounts": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "name": "edge-1",
                     *           "email": "anna@example.com",
                     *           "state": "active",
                     *           "isPlatformAdmin": true,
                     *           "roles": [
                     *             {
                     *               "project": "shop",
                     *               "role": "viewer",
                     *               "narrowed": true
                     *             }
                     *           ],
                     *           "tokens": 1,
                     *           "createdAt": "2026-11-21T13:05:08.000Z",
                     *           "lastUsedAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ServiceAccountList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    serviceAccountsCreate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example shop */
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "edge-1"
                 *     }
                 */
                "application/json": {
                    /** @description A first role in the project. More are given like those of any member. */
                    member?: {
                        /** @default all */
                        clusters?: "all" | string[];
                        /** @default all */
                        namespaces?: "all" | string[];
                        /** @enum {string} */
                        role: "viewer" | "editor" | "owner";
                    };
                    /** @description Part of its address; it never changes. */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "name": "edge-1",
                     *       "email": "anna@example.com",
                     *       "state": "active",
                     *       "isPlatformAdmin": true,
                     *       "roles": [
                     *         {
                     *           "project": "shop",
                     *           "role": "viewer",
                     *           "narrowed": true
                     *         }
                     *       ],
                     *       "tokens": 1,
                     *       "createdAt": "2026-11-21T13:05:08.000Z",
                     *       "lastUsedAt": "2026-11-21T13:05:08.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    serviceAccountsDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    serviceAccountsSetEnabled: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                "application/json": {
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "name": "edge-1",
                     *       "email": "anna@example.com",
                     *       "state": "active",
                     *       "isPlatformAdmin": true,
                     *       "roles": [
                     *         {
                     *           "project": "shop",
                     *           "role": "viewer",
                     *           "narrowed": true
                     *         }
                     *       ],
                     *       "tokens": 1,
                     *       "createdAt": "2026-11-21T13:05:08.000Z",
                     *       "lastUsedAt": "2026-11-21T13:05:08.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    serviceAccountsTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokens": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "name": "edge-1",
                     *           "prefix": "text",
                     *           "project": "shop",
                     *           "reach": {
                     *             "clusters": "all",
                     *             "namespaces": "all"
                     *           },
                     *           "readOnly": true,
                     *           "createdAt": "2026-11-21T13:05:08.000Z",
                     *           "lastUsedAt": "2026-11-21T13:05:08.000Z",
                     *           "expiresAt": "2026-11-21T13:05:08.000Z",
                     *           "state": "active",
                     *           "rotatedFromId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "rotatedToId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    serviceAccountsCreateToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example shop */
                project: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "edge-1"
                 *     }
                 */
                "application/json": {
                    /** @default all */
                    clusters?: "all" | string[];
                    /** @default 90 */
                    expiresInDays?: number;
                    name: string;
                    /** @default all */
                    namespaces?: "all" | string[];
                    /**
                     * @description False: the token may change what its owner may change.
                     * @default true
                     */
                    readOnly?: boolean;
                };
            };
        };
        responses: {
            /** @description Created. The answer holds a secret that is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": {
                     *         "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "name": "edge-1",
                     *         "prefix": "text",
                     *         "project": "shop",
                     *         "reach": {
                     *           "clusters": "all",
                     *           "namespaces": "all"
                     *         },
                     *         "readOnly": true,
                     *         "createdAt": "2026-11-21T13:05:08.000Z",
                     *         "lastUsedAt": "2026-11-21T13:05:08.000Z",
                     *         "expiresAt": "2026-11-21T13:05:08.000Z",
                     *         "state": "active",
                     *         "rotatedFromId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "rotatedToId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81"
                     *       },
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    serviceAccountsRevokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example shop */
                project: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    serviceAccountsRotateToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example shop */
                project: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Of the new one; as long as the old one was made for unless given. */
                    expiresInDays?: number;
                    /**
                     * @description For how long the old token goes on working beside the new one; 0: it ends now.
                     * @default 1
                     */
                    overlapDays?: number;
                };
            };
        };
        responses: {
            /** @description Created. The answer holds a secret that is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": {
                     *         "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "name": "edge-1",
                     *         "prefix": "text",
                     *         "project": "shop",
                     *         "reach": {
                     *           "clusters": "all",
                     *           "namespaces": "all"
                     *         },
                     *         "readOnly": true,
                     *         "createdAt": "2026-11-21T13:05:08.000Z",
                     *         "lastUsedAt": "2026-11-21T13:05:08.000Z",
                     *         "expiresAt": "2026-11-21T13:05:08.000Z",
                     *         "state": "active",
                     *         "rotatedFromId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "rotatedToId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81"
                     *       },
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    seedsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "seeds": [
                     *         "eu-central"
                     *       ],
                     *       "at": "2026-11-21T13:05:08.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SeedList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesSetForSeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                seedId: string;
                /**
                 * @description The setting the policy is about.
                 * @example monitoring.enabled
                 */
                setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "default",
                 *       "value": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Only say which clusters would change.
                     * @default false
                     */
                    dryRun?: boolean;
                    /**
                     * @description `default`: lower levels may say otherwise. `enforced`: they may not.
                     * @enum {string}
                     */
                    mode: "default" | "enforced";
                    /** @description As the setting asks: true or false, or a whole number of its unit. */
                    value: boolean | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "names": [
                     *         "edge-1"
                     *       ],
                     *       "operationId": "8814",
                     *       "withoutEffectAt": [
                     *         "eu-central"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        names: string[];
                        operationId: string | null;
                        /** @description Of a policy of a project: names of its seeds where another value is enforced, so that this one waits. */
                        withoutEffectAt: string[];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    policiesRemoveForSeed: {
        parameters: {
            query?: {
                /**
                 * @description Only say which clusters would change.
                 * @example false
                 */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                seedId: string;
                /**
                 * @description The setting the policy is about.
                 * @example monitoring.enabled
                 */
                setting: "monitoring.enabled" | "logging.enabled" | "metrics.scrapeInterval" | "logs.keepDebug" | "agent.logsMemory" | "agent.metricsMemory";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "names": [
                     *         "edge-1"
                     *       ],
                     *       "operationId": "8814",
                     *       "withoutEffectAt": [
                     *         "eu-central"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        names: string[];
                        operationId: string | null;
                        /** @description Of a policy of a project: names of its seeds where another value is enforced, so that this one waits. */
                        withoutEffectAt: string[];
                    };
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    platformServiceAccountsList: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example 8814
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serviceAccounts": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "name": "edge-1",
                     *           "email": "anna@example.com",
                     *           "state": "active",
                     *           "isPlatformAdmin": true,
                     *           "roles": [
                     *             {
                     *               "project": "shop",
                     *               "role": "viewer",
                     *               "narrowed": true
                     *             }
                     *           ],
                     *           "tokens": 1,
                     *           "createdAt": "2026-11-21T13:05:08.000Z",
                     *           "lastUsedAt": "2026-11-21T13:05:08.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ServiceAccountList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    platformServiceAccountsCreate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "edge-1"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description True: it may do everything, everywhere.
                     * @default false
                     */
                    administrator?: boolean;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "name": "edge-1",
                     *       "email": "anna@example.com",
                     *       "state": "active",
                     *       "isPlatformAdmin": true,
                     *       "roles": [
                     *         {
                     *           "project": "shop",
                     *           "role": "viewer",
                     *           "narrowed": true
                     *         }
                     *       ],
                     *       "tokens": 1,
                     *       "createdAt": "2026-11-21T13:05:08.000Z",
                     *       "lastUsedAt": "2026-11-21T13:05:08.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    platformServiceAccountsDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    platformServiceAccountsSetEnabled: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                "application/json": {
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "name": "edge-1",
                     *       "email": "anna@example.com",
                     *       "state": "active",
                     *       "isPlatformAdmin": true,
                     *       "roles": [
                     *         {
                     *           "project": "shop",
                     *           "role": "viewer",
                     *           "narrowed": true
                     *         }
                     *       ],
                     *       "tokens": 1,
                     *       "createdAt": "2026-11-21T13:05:08.000Z",
                     *       "lastUsedAt": "2026-11-21T13:05:08.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    platformServiceAccountsTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokens": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "name": "edge-1",
                     *           "prefix": "text",
                     *           "project": "shop",
                     *           "reach": {
                     *             "clusters": "all",
                     *             "namespaces": "all"
                     *           },
                     *           "readOnly": true,
                     *           "createdAt": "2026-11-21T13:05:08.000Z",
                     *           "lastUsedAt": "2026-11-21T13:05:08.000Z",
                     *           "expiresAt": "2026-11-21T13:05:08.000Z",
                     *           "state": "active",
                     *           "rotatedFromId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "rotatedToId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    platformServiceAccountsCreateToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "edge-1"
                 *     }
                 */
                "application/json": {
                    /** @default all */
                    clusters?: "all" | string[];
                    /** @default 90 */
                    expiresInDays?: number;
                    name: string;
                    /** @default all */
                    namespaces?: "all" | string[];
                    /** @description Confines the token to one project; needed where it is narrowed to clusters or namespaces. */
                    project?: string;
                    /**
                     * @description False: the token may change what its owner may change.
                     * @default true
                     */
                    readOnly?: boolean;
                };
            };
        };
        responses: {
            /** @description Created. The answer holds a secret that is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": {
                     *         "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "name": "edge-1",
                     *         "prefix": "text",
                     *         "project": "shop",
                     *         "reach": {
                     *           "clusters": "all",
                     *           "namespaces": "all"
                     *         },
                     *         "readOnly": true,
                     *         "createdAt": "2026-11-21T13:05:08.000Z",
                     *         "lastUsedAt": "2026-11-21T13:05:08.000Z",
                     *         "expiresAt": "2026-11-21T13:05:08.000Z",
                     *         "state": "active",
                     *         "rotatedFromId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "rotatedToId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81"
                     *       },
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    platformServiceAccountsRevokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    platformServiceAccountsRotateToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                serviceAccountId: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Of the new one; as long as the old one was made for unless given. */
                    expiresInDays?: number;
                    /**
                     * @description For how long the old token goes on working beside the new one; 0: it ends now.
                     * @default 1
                     */
                    overlapDays?: number;
                };
            };
        };
        responses: {
            /** @description Created. The answer holds a secret that is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": {
                     *         "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "name": "edge-1",
                     *         "prefix": "text",
                     *         "project": "shop",
                     *         "reach": {
                     *           "clusters": "all",
                     *           "namespaces": "all"
                     *         },
                     *         "readOnly": true,
                     *         "createdAt": "2026-11-21T13:05:08.000Z",
                     *         "lastUsedAt": "2026-11-21T13:05:08.000Z",
                     *         "expiresAt": "2026-11-21T13:05:08.000Z",
                     *         "state": "active",
                     *         "rotatedFromId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "rotatedToId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81"
                     *       },
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    setupStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "key": "seed",
                     *           "done": true,
                     *           "message": "All checks have passed."
                     *         }
                     *       ],
                     *       "finished": true,
                     *       "firstLine": {
                     *         "text": "text",
                     *         "at": "2026-11-21T13:05:08.000Z",
                     *         "cluster": "text",
                     *         "namespace": "shop",
                     *         "pod": "text"
                     *       },
                     *       "clusterId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "projectSlug": "text",
                     *       "progress": [
                     *         {
                     *           "name": "edge-1",
                     *           "state": "waiting",
                     *           "message": "All checks have passed.",
                     *           "seconds": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SetupStatus"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    tokensList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokens": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "name": "edge-1",
                     *           "prefix": "text",
                     *           "project": "shop",
                     *           "reach": {
                     *             "clusters": "all",
                     *             "namespaces": "all"
                     *           },
                     *           "readOnly": true,
                     *           "createdAt": "2026-11-21T13:05:08.000Z",
                     *           "lastUsedAt": "2026-11-21T13:05:08.000Z",
                     *           "expiresAt": "2026-11-21T13:05:08.000Z",
                     *           "state": "active",
                     *           "rotatedFromId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "rotatedToId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    tokensCreate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "edge-1"
                 *     }
                 */
                "application/json": {
                    /** @default all */
                    clusters?: "all" | string[];
                    /** @default 90 */
                    expiresInDays?: number;
                    name: string;
                    /** @default all */
                    namespaces?: "all" | string[];
                    /** @description Confines the token to one project; needed where it is narrowed to clusters or namespaces. */
                    project?: string;
                    /**
                     * @description False: the token may change what its owner may change.
                     * @default true
                     */
                    readOnly?: boolean;
                };
            };
        };
        responses: {
            /** @description Created. The answer holds a secret that is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": {
                     *         "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "name": "edge-1",
                     *         "prefix": "text",
                     *         "project": "shop",
                     *         "reach": {
                     *           "clusters": "all",
                     *           "namespaces": "all"
                     *         },
                     *         "readOnly": true,
                     *         "createdAt": "2026-11-21T13:05:08.000Z",
                     *         "lastUsedAt": "2026-11-21T13:05:08.000Z",
                     *         "expiresAt": "2026-11-21T13:05:08.000Z",
                     *         "state": "active",
                     *         "rotatedFromId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "rotatedToId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81"
                     *       },
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    tokensRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    tokensRotate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Of the new one; as long as the old one was made for unless given. */
                    expiresInDays?: number;
                    /**
                     * @description For how long the old token goes on working beside the new one; 0: it ends now.
                     * @default 1
                     */
                    overlapDays?: number;
                };
            };
        };
        responses: {
            /** @description Created. The answer holds a secret that is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": {
                     *         "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "name": "edge-1",
                     *         "prefix": "text",
                     *         "project": "shop",
                     *         "reach": {
                     *           "clusters": "all",
                     *           "namespaces": "all"
                     *         },
                     *         "readOnly": true,
                     *         "createdAt": "2026-11-21T13:05:08.000Z",
                     *         "lastUsedAt": "2026-11-21T13:05:08.000Z",
                     *         "expiresAt": "2026-11-21T13:05:08.000Z",
                     *         "state": "active",
                     *         "rotatedFromId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *         "rotatedToId": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81"
                     *       },
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    usersList: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81
                 */
                cursor?: string;
                /** @example person */
                kind?: "person" | "service";
                /** @example 50 */
                limit?: number;
                /**
                 * @description Part of a name or an e-mail address.
                 * @example
                 */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "email": "anna@example.com",
                     *           "name": "edge-1",
                     *           "kind": "person",
                     *           "project": "shop",
                     *           "isPlatformAdmin": true,
                     *           "adminGroups": [
                     *             "text"
                     *           ],
                     *           "state": "active",
                     *           "providers": [
                     *             {
                     *               "id": "text",
                     *               "name": "edge-1"
                     *             }
                     *           ],
                     *           "projects": 1,
                     *           "createdAt": "2026-11-21T13:05:08.000Z",
                     *           "lastSeenAt": "2026-11-21T13:05:08.000Z",
                     *           "you": true
                     *         }
                     *       ],
                     *       "nextCursor": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81"
                     *     }
                     */
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    usersChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    administrator?: boolean;
                    /** @description False: they are refused everywhere, and their sessions end. */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *       "email": "anna@example.com",
                     *       "name": "edge-1",
                     *       "kind": "person",
                     *       "project": "shop",
                     *       "isPlatformAdmin": true,
                     *       "adminGroups": [
                     *         "text"
                     *       ],
                     *       "state": "active",
                     *       "providers": [
                     *         {
                     *           "id": "text",
                     *           "name": "edge-1"
                     *         }
                     *       ],
                     *       "projects": 1,
                     *       "createdAt": "2026-11-21T13:05:08.000Z",
                     *       "lastSeenAt": "2026-11-21T13:05:08.000Z",
                     *       "you": true
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    usersNewLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created. The answer holds a secret that is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "link": "https://oriel.example.com"
                     *     }
                     */
                    "application/json": components["schemas"]["UserLink"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    usersSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessions": [
                     *         {
                     *           "id": "7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81",
                     *           "createdAt": "2026-11-21T13:05:08.000Z",
                     *           "lastSeenAt": "2026-11-21T13:05:08.000Z",
                     *           "expiresAt": "2026-11-21T13:05:08.000Z",
                     *           "address": "text",
                     *           "userAgent": "text",
                     *           "provider": "text",
                     *           "current": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    usersRevokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                sessionId: string;
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
    usersSignOut: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.
                 * @example c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /**
                     * @description True: their tokens are revoked as well.
                     * @default false
                     */
                    tokens?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endedSessions": 1,
                     *       "revokedTokens": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            400: components["responses"]["bad_input"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["key_reused"];
            429: components["responses"]["rate_limited"];
            default: components["responses"]["internal"];
        };
    };
}
