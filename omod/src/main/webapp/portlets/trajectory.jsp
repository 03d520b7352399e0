<%--
  This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
  If a copy of the MPL was not distributed with this file, You can obtain one at
  https://mozilla.org/MPL/2.0/.
--%>
<script type="module" src="${pageContext.request.contextPath}/moduleResources/smpr/embed.js"></script>
<smpr-trajectory patient="${model.patient.uuid}"></smpr-trajectory>
