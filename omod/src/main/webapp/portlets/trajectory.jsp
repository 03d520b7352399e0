<%--
  This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
  If a copy of the MPL was not distributed with this file, You can obtain one at
  https://mozilla.org/MPL/2.0/.
--%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<script type="module" src="${pageContext.request.contextPath}/moduleResources/smpr/embed.js"></script>
<smpr-trajectory data-patient="<c:out value="${model.patient.uuid}"/>"></smpr-trajectory>
<script type="module">
  // The page draws every tab with itself, and hides all but one before it is loaded: nothing is read of the person, nor written down as read,
  // before this one is shown.
  const trajectory = document.querySelector("smpr-trajectory[data-patient]");
  const shown = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      shown.disconnect();
      trajectory.setAttribute("patient", trajectory.dataset.patient);
    }
  });
  addEventListener("load", () => shown.observe(trajectory));
</script>
